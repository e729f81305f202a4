// SPDX-License-Identifier: Apache-2.0

extension Workbench {
  /// How this session reads its inputs.
  package var inputs: Inputs { Inputs(folders) }
}
