/* SPDX-License-Identifier: Apache-2.0
 *
 * What Warsha asks of libxml2: its reader of HTML as browsers and people write it, and nothing of XML.
 * No <libxml/…> header is included here: its macros and its hundreds of names stay in one C file.
 */
#ifndef CXMLSHIM_H
#define CXMLSHIM_H
#include <stdint.h>

/* What the reader tells, in document order. All strings are UTF-8 and valid during the call only;
   `context` is handed back as it is.
   Events and not libxml2's tree: its tree ends at 256 elements in one another, and pages of the
   2000s nest their unclosed <font>s deeper than that. */
typedef struct warsha_html_events {
  void *context;
  /* An element begins. `attributes` is name, value, name, value, …, NULL, or NULL without any; a
     value may be NULL. Answers 0 when the page is nested too deeply: what follows the tag is then
     read as if nothing were open, and no `close` comes for what was. */
  int32_t (*open)(void *context, const char *name, const char *const *attributes);
  /* The innermost element ends; elements without an end tag end too. */
  void (*close)(void *context);
  /* Text, entities decoded, in pieces of any length; of script and style elements too. */
  void (*text)(void *context, const char *bytes, int32_t count);
} warsha_html_events;

enum { WARSHA_HTML_READ = 0, WARSHA_HTML_NO_MEMORY = 1, WARSHA_HTML_GAVE_UP = 2 };

/* Reads a page of UTF-8 whatever it declares of its encoding. Mends instead of failing; opens no
   file and no connection, and knows no entities but those of HTML.
   Gives up, with what was told so far, when the page was nested too deeply a thousand times. */
int32_t warsha_html_read(const char *page, int32_t count, const warsha_html_events *events);

/* Version of libxml2, e.g. "2.9.14", for the answer to "why does it read this page differently
   there". Static. */
const char *warsha_html_version(void);
#endif
