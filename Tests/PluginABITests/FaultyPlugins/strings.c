// SPDX-License-Identifier: Apache-2.0
// Gives malformed UTF-8, no number and wild relations and parts; the host repairs or refuses.
#include "faulty.h"
static int32_t process(void *self, const warsha_document *document, const warsha_sink *sink) {
  (void)self, (void)document;
  warsha_attribute attributes[] = {{STRING("torn"), {WARSHA_TEXT, 0, STRING("\xD8"), 0}},
                                   {STRING("none"), {99, 0, {NULL, 0}, 0}},
                                   {STRING("nan"), {WARSHA_NUMBER, 0, {NULL, 0}, 0.0 / 0.0}}};
  warsha_annotation found = {.struct_size = sizeof found, .start = 0, .end = 1,
                             .layer = STRING("strings"), .label = STRING("strings"),
                             .confidence = 7, .attributes = attributes, .attribute_count = 3};
  sink->emit(sink->context, &found);
  warsha_relation nowhere = {STRING("to"), 77, 0};
  found.relations = &nowhere, found.relation_count = 1;
  sink->emit(sink->context, &found);
  warsha_part outside = {STRING("source"), 5, 500};
  found.relation_count = 0, found.parts = &outside, found.part_count = 1;
  sink->emit(sink->context, &found);
  found.part_count = 0, found.struct_size = 24;
  sink->emit(sink->context, &found);
  return WARSHA_OK;
}
PLUGIN(strings, WARSHA_ABI_MAJOR, sizeof(warsha_plugin), create, process)
