// SPDX-License-Identifier: Apache-2.0
// Fails in the middle of a document that begins with a latin letter; works on others.
#include "faulty.h"
static int32_t process(void *self, const warsha_document *document, const warsha_sink *sink) {
  (void)self;
  static const warsha_string reason = STRING("cannot read Latin");
  mark(sink, "fails", 0, 1);
  if (document->source[0] > 'z') return WARSHA_OK;
  sink->diagnose(sink->context, WARSHA_ERROR, 0, 1, reason);
  return WARSHA_FAILED;
}
PLUGIN(fails, WARSHA_ABI_MAJOR, sizeof(warsha_plugin), create, process)
