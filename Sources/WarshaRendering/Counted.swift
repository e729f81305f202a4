// SPDX-License-Identifier: Apache-2.0

/// A count with its English noun, as the messages say it: "1 sentence", "2 sentences".
package func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
