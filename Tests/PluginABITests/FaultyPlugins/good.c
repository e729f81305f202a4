// SPDX-License-Identifier: Apache-2.0
// A plugin without a fault: marks the first token.
#include "faulty.h"
static int32_t process(void *self, const warsha_document *document, const warsha_sink *sink) {
  (void)self;
  if (document->token_count > 0) mark(sink, "good", document->tokens[0].start, document->tokens[0].end);
  return WARSHA_OK;
}
PLUGIN(good, WARSHA_ABI_MAJOR, sizeof(warsha_plugin), create, process)
