// SPDX-License-Identifier: Apache-2.0
// Emits a layer and label that its manifest does not name.
#include "faulty.h"
static int32_t process(void *self, const warsha_document *document, const warsha_sink *sink) {
  (void)self, (void)document;
  mark(sink, "surprise", 0, 1);
  mark(sink, "undeclared", 0, 1);
  return WARSHA_OK;
}
PLUGIN(undeclared, WARSHA_ABI_MAJOR, sizeof(warsha_plugin), create, process)
