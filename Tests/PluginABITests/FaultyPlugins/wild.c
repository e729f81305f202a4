// SPDX-License-Identifier: Apache-2.0
// Emits a good span, then spans that are empty, reversed, outside, and within a surrogate pair.
#include "faulty.h"
static int32_t process(void *self, const warsha_document *document, const warsha_sink *sink) {
  (void)self;
  mark(sink, "wild", 0, 1);
  mark(sink, "wild", 1, 1);
  mark(sink, "wild", 1, 0);
  mark(sink, "wild", 0, document->source_count + 1);
  mark(sink, "wild", 0xFFFFFFF0u, 0xFFFFFFFFu);
  for (uint32_t i = 1; i < document->source_count; i++)
    if ((document->source[i] & 0xFC00) == 0xDC00) mark(sink, "wild", 0, i);
  return WARSHA_OK;
}
PLUGIN(wild, WARSHA_ABI_MAJOR, sizeof(warsha_plugin), create, process)
