// SPDX-License-Identifier: Apache-2.0
#include "cxmlshim.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlversion.h>
#include <string.h>

// One run of the parser over the rest of the page.
typedef struct reader {
  const warsha_html_events *events;
  htmlParserCtxtPtr parser;
  long stopped_at;  // bytes read when the page got too deep, else -1
} reader;

static void on_open(void *data, const xmlChar *name, const xmlChar **attributes) {
  reader *r = data;
  if (r->stopped_at >= 0) return;
  if (r->events->open(r->events->context, (const char *)name, (const char *const *)attributes))
    return;
  r->stopped_at = xmlByteConsumed(r->parser);
  if (r->stopped_at < 0) r->stopped_at = 0;
  xmlStopParser(r->parser);
}

// A stopped parser still closes what it has open.
static void on_close(void *data, const xmlChar *name) {
  reader *r = data;
  (void)name;
  if (r->stopped_at < 0) r->events->close(r->events->context);
}

static void on_text(void *data, const xmlChar *bytes, int count) {
  reader *r = data;
  if (r->stopped_at < 0) r->events->text(r->events->context, (const char *)bytes, count);
}

// Reads on from `page`; returns a status, and in `stopped_at` how far it came.
static int32_t run(const char *page, int32_t count, const warsha_html_events *events,
                   long *stopped_at) {
  // Not the push parser: it looks for the ends of tags from the beginning again and again.
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(page, count);
  if (parser == NULL) return WARSHA_HTML_NO_MEMORY;
  reader r = {events, parser, -1};
  htmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.startElement = on_open;
  handler.endElement = on_close;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;
  // The parser frees its own handler; this one is not its.
  htmlSAXHandlerPtr own = parser->sax;
  parser->sax = &handler;
  parser->userData = &r;
  // Not HTML_PARSE_HUGE nor its like: the limits it lifts are those of the tree.
  htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                 HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser);
  parser->sax = own;
  htmlFreeParserCtxt(parser);
  *stopped_at = r.stopped_at;
  return WARSHA_HTML_READ;
}

int32_t warsha_html_read(const char *page, int32_t count, const warsha_html_events *events) {
  // The search for the start tag of an end tag walks up all that is open. Beginning anew when that
  // is too much keeps the time in proportion to the page; a thousand times bounds the copies.
  for (int restarts = 0; count > 0; restarts++) {
    if (restarts > 1000) return WARSHA_HTML_GAVE_UP;
    long stopped_at = -1;
    int32_t status = run(page, count, events, &stopped_at);
    if (status != WARSHA_HTML_READ || stopped_at < 0) return status;
    if (stopped_at >= count) break;
    // The tag was told of before its ">" was read.
    const char *end = memchr(page + stopped_at, '>', (size_t)(count - stopped_at));
    if (end == NULL) break;
    count -= (int32_t)(end + 1 - page);
    page = end + 1;
  }
  return WARSHA_HTML_READ;
}

const char *warsha_html_version(void) { return LIBXML_DOTTED_VERSION; }
