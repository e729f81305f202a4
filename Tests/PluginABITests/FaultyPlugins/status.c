// SPDX-License-Identifier: Apache-2.0
// Returns a status that the contract does not know.
#include "faulty.h"
static int32_t process(void *self, const warsha_document *document, const warsha_sink *sink) {
  (void)self, (void)document;
  mark(sink, "status", 0, 1);
  return -7;
}
PLUGIN(status, WARSHA_ABI_MAJOR, sizeof(warsha_plugin), create, process)
