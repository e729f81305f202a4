// SPDX-License-Identifier: Apache-2.0

/// Subtype of an Actor; the raw value is its name in tables and annotations.
package enum ActorType: String, Sendable {
  case person
  case armedForce = "armed_force"
  case government, organization, media
}
