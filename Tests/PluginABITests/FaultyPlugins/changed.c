// SPDX-License-Identifier: Apache-2.0
// Marks as many tokens as TOKENS says: built twice, loaded twice.
#include "faulty.h"
static int32_t process(void *self, const warsha_document *document, const warsha_sink *sink) {
  (void)self;
  for (uint32_t i = 0; i < TOKENS && i < document->token_count; i++)
    mark(sink, "changed", document->tokens[i].start, document->tokens[i].end);
  return WARSHA_OK;
}
PLUGIN(changed, WARSHA_ABI_MAJOR, sizeof(warsha_plugin), create, process)
