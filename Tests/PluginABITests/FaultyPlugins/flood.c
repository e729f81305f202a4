// SPDX-License-Identifier: Apache-2.0
// Emits without end, and never asks whether to stop.
#include "faulty.h"
static int32_t process(void *self, const warsha_document *document, const warsha_sink *sink) {
  (void)self, (void)document;
  for (int i = 0; i < 1000000; i++) mark(sink, "flood", 0, 1);
  return WARSHA_OK;
}
PLUGIN(flood, WARSHA_ABI_MAJOR, sizeof(warsha_plugin), create, process)
