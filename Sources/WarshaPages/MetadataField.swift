// SPDX-License-Identifier: Apache-2.0

/// What names of metadata stand for.
enum MetadataField: String, Sendable {
  case published, modified, title, site
}
