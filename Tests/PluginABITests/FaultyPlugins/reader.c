// SPDX-License-Identifier: Apache-2.0
// Reads what the host lends: a table, a parameter, folding, hash, earlier annotations.
#include "faulty.h"
static const warsha_host *lender;
static void *create_reader(const warsha_host *host) {
  warsha_string table, name = STRING("Data/words.tsv"), unknown = STRING("Data/other.tsv");
  if (host->table(host->context, name, &table) != WARSHA_OK) return NULL;
  if (host->table(host->context, unknown, &table) != WARSHA_FAILED) return NULL;
  lender = host;
  return &nothing;
}
static int32_t process(void *self, const warsha_document *document, const warsha_sink *sink) {
  (void)self;
  for (uint32_t i = 0; i < document->token_count; i++) {
    const warsha_token *token = &document->tokens[i];
    uint16_t folded[8];
    size_t count = lender->fold(lender->context, document->source + token->start,
                                token->end - token->start, folded, 8);
    if (count <= 8 && lender->hash(lender->context, folded, count) == token->hash)
      mark(sink, "reader", token->start, token->end);
  }
  for (uint32_t i = 0; i < document->annotation_count; i++)
    mark(sink, "reader", document->annotations[i].start, document->annotations[i].end + 1);
  for (uint32_t i = 0; i < lender->parameter_count; i++)
    mark(sink, "reader", 0, (uint32_t)lender->parameters[i].value.number);
  return WARSHA_OK;
}
PLUGIN(reader, WARSHA_ABI_MAJOR, sizeof(warsha_plugin), create_reader, process)
