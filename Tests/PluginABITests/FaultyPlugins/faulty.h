/* SPDX-License-Identifier: Apache-2.0 */
/* What the faulty plugins share: everything but the fault. */
#ifndef WARSHA_FAULTY_H
#define WARSHA_FAULTY_H
#include <string.h>

#include "warsha_abi.h"

#define STRING(literal) {literal, sizeof(literal) - 1}
#define UNUSED __attribute__((unused))

static char nothing UNUSED;
static UNUSED void *create(const warsha_host *host) { return (void)host, &nothing; }
static UNUSED void destroy(void *instance) { (void)instance; }

static UNUSED int32_t process_nothing(void *self, const warsha_document *document,
                                      const warsha_sink *sink) {
  return (void)self, (void)document, (void)sink, WARSHA_OK;
}

/* Emits an annotation of layer, label and type `id`. */
static UNUSED uint32_t mark(const warsha_sink *sink, const char *id, uint32_t start, uint32_t end) {
  warsha_string name = {id, strlen(id)};
  warsha_annotation found = {.struct_size = sizeof found, .start = start, .end = end, .layer = name,
                             .label = name, .type = name, .rule = name, .confidence = 1};
  return sink->emit(sink->context, &found);
}

/* The entry point and table of a plugin ID, version 1. */
#define PLUGIN(ID, MAJOR, SIZE, CREATE, PROCESS)                                              \
  static const warsha_plugin table = {SIZE,    MAJOR,  0,       0,      STRING(#ID), STRING("1"), \
                                      CREATE, PROCESS, destroy};                              \
  const warsha_plugin *warsha_plugin_##ID(void) { return &table; }
#endif
