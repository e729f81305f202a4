/* SPDX-License-Identifier: Apache-2.0
 *
 * The Warsha plugin contract, version 1.0. This header is all that a plugin needs, in any language.
 *
 * A plugin is a dynamic library with one entry point, `warsha_plugin_NAME`, that returns a table of
 * functions, and a manifest.json beside it. The host loads it, asks for an instance, hands it one
 * document after the other and copies what it emits.
 *
 * Rules
 * - `struct_size` comes first in every struct and holds sizeof as the writer of the value knew it.
 *   Structs grow at the end only, with a higher minor version. Another major version is refused.
 * - Strings are UTF-8 with a length and need no NUL at the end. Positions count UTF-16 units of the
 *   source text, end exclusive.
 * - What the host passes is valid during the call, tables during the life of the instance. What the
 *   plugin passes is copied before the call returns. No memory changes hands.
 * - `process` may run on several instances at once, on one instance never. It must not throw or
 *   unwind across the boundary; errors are a status and a message.
 */
#ifndef WARSHA_ABI_H
#define WARSHA_ABI_H

#include <stddef.h>
#include <stdint.h>

#define WARSHA_ABI_MAJOR 1
#define WARSHA_ABI_MINOR 0

/* Lets Swift 6 keep values of these types in globals. */
#if defined(__has_attribute)
#if __has_attribute(swift_attr)
#define WARSHA_SENDABLE __attribute__((swift_attr("@Sendable")))
#endif
#endif
#ifndef WARSHA_SENDABLE
#define WARSHA_SENDABLE
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Status of a call: 0 is success. */
enum {
  WARSHA_OK = 0,
  WARSHA_FAILED = 1,    /* the plugin could not do it; a message was given through the sink or host */
  WARSHA_CANCELLED = 2, /* the plugin stopped because `cancelled` said so */
};

/* How bad a diagnostic is. */
enum { WARSHA_NOTE = 0, WARSHA_WARNING = 1, WARSHA_ERROR = 2 };

typedef struct WARSHA_SENDABLE warsha_string {
  const char *bytes; /* UTF-8; may be NULL when length is 0 */
  size_t length;     /* bytes */
} warsha_string;

/* Kinds of a value. */
enum { WARSHA_NONE = 0, WARSHA_TEXT = 1, WARSHA_NUMBER = 2, WARSHA_FLAG = 3 };

typedef struct WARSHA_SENDABLE warsha_value {
  uint32_t kind;      /* WARSHA_NONE … WARSHA_FLAG */
  uint32_t reserved;  /* 0 */
  warsha_string text; /* of WARSHA_TEXT */
  double number;      /* of WARSHA_NUMBER; of WARSHA_FLAG 0 or 1 */
} warsha_value;

typedef struct WARSHA_SENDABLE warsha_attribute {
  warsha_string key;
  warsha_value value;
} warsha_attribute;

typedef struct WARSHA_SENDABLE warsha_relation {
  warsha_string role;
  uint32_t target; /* id of an earlier annotation: from the document, or as `emit` returned it */
  uint32_t reserved;
} warsha_relation;

typedef struct WARSHA_SENDABLE warsha_part {
  warsha_string role;
  uint32_t start, end;
} warsha_part;

/* An annotation, in both directions: earlier layers in the document, results in `emit`. */
typedef struct WARSHA_SENDABLE warsha_annotation {
  uint32_t struct_size;
  uint32_t id;         /* given by the host; ignored in `emit` */
  uint32_t start, end; /* source span; not empty, inside the text, not within a surrogate pair */
  warsha_string layer, label, type, rule;
  warsha_value value;
  double confidence; /* 0 to 1 */
  const warsha_attribute *attributes;
  const warsha_relation *relations;
  const warsha_part *parts;
  const warsha_string *evidence; /* a step a line; only wanted with WARSHA_EXPLAIN */
  uint32_t attribute_count, relation_count, part_count, evidence_count;
} warsha_annotation;

/* Token kinds. */
enum {
  WARSHA_ARABIC = 0,
  WARSHA_WORD = 1,
  WARSHA_DIGITS = 2,
  WARSHA_PUNCTUATION = 3,
  WARSHA_SYMBOL = 4,
};

/* Token flags. */
enum {
  WARSHA_GLUED = 1,            /* no blank before it */
  WARSHA_STARTS_PARAGRAPH = 2,
  WARSHA_STARTS_SENTENCE = 4,
  WARSHA_RESTORED_ALIF = 8,    /* the view holds the alif that ل + ال swallowed */
  WARSHA_HAS_MARKS = 16,       /* diacritics or tatweel in the source */
  WARSHA_QUOTE = 32,           /* a quotation mark */
};

typedef struct WARSHA_SENDABLE warsha_token {
  uint32_t start, end;           /* source units */
  uint32_t view_start, view_end; /* view units */
  uint64_t hash;                 /* of the view units; comparable with `hash` of the host */
  uint8_t kind, flags;
  uint8_t proclitics; /* bit n (1…3): n view units in front may be proclitics;
                         bit 4 + n: the article stands after n of them */
  uint8_t enclitics;  /* bit n: n view units at the end may be a pronoun */
} warsha_token;

typedef struct WARSHA_SENDABLE warsha_sentence {
  uint32_t start, end; /* source units */
  uint32_t first_token, token_count;
} warsha_sentence;

/* Document flags. */
enum { WARSHA_EXPLAIN = 1 /* evidence is wanted */ };

typedef struct WARSHA_SENDABLE warsha_document {
  uint32_t struct_size;
  uint32_t flags;
  /* For messages only: what is found must not depend on it, since results are kept by text. */
  warsha_string id;
  warsha_string date; /* ISO date or date-time; empty when unknown */
  const uint16_t *source;         /* UTF-16 as the author wrote it */
  const uint16_t *view;           /* folded UTF-16 */
  const uint32_t *view_to_source; /* view_count + 1 positions */
  const warsha_token *tokens;
  const warsha_sentence *sentences;
  const warsha_annotation *annotations; /* of the layers that the manifest needs */
  uint32_t source_count, view_count, token_count, sentence_count, annotation_count;
  uint32_t reserved;
} warsha_document;

/* What the host offers while an instance is created and lives. */
typedef struct WARSHA_SENDABLE warsha_host {
  uint32_t struct_size;
  uint32_t abi_major, abi_minor;
  uint32_t parameter_count;
  void *context;
  const warsha_attribute *parameters; /* numbers of the manifest, defaults filled in */
  /* Bytes of a table named in the manifest; WARSHA_FAILED when there is none. */
  int32_t (*table)(void *context, warsha_string name, warsha_string *bytes);
  /* Folds as the view is folded. Returns the number of units the result has; writes at most
     `capacity` of them. */
  size_t (*fold)(void *context, const uint16_t *units, size_t count, uint16_t *folded,
                 size_t capacity);
  /* The hash of a folded word. */
  uint64_t (*hash)(void *context, const uint16_t *folded, size_t count);
  /* A message for the user, e.g. the reason why `create` fails. */
  void (*report)(void *context, int32_t severity, warsha_string message);
} warsha_host;

/* Where results go during one `process`. */
typedef struct WARSHA_SENDABLE warsha_sink {
  uint32_t struct_size;
  uint32_t reserved;
  void *context;
  /* Id of the accepted annotation, or 0 when the host rejected it (it says why by itself). */
  uint32_t (*emit)(void *context, const warsha_annotation *annotation);
  /* A diagnostic about start ..< end, or about the document when both are 0. */
  void (*diagnose)(void *context, int32_t severity, uint32_t start, uint32_t end,
                   warsha_string message);
  /* Not 0 when the plugin should return WARSHA_CANCELLED soon. Ask every few hundred tokens. */
  int32_t (*cancelled)(void *context);
} warsha_sink;

/* What a plugin offers. */
typedef struct WARSHA_SENDABLE warsha_plugin {
  uint32_t struct_size;
  uint32_t abi_major, abi_minor;
  uint32_t reserved;
  warsha_string id, version; /* as in the manifest */
  /* An instance, or NULL after a message through `host->report`. The host outlives it. */
  void *(*create)(const warsha_host *host);
  int32_t (*process)(void *instance, const warsha_document *document, const warsha_sink *sink);
  void (*destroy)(void *instance);
} warsha_plugin;

/* The entry point: `const warsha_plugin *warsha_plugin_NAME(void)`. The table is static. */
typedef const warsha_plugin *(*warsha_entry)(void);

#ifdef __cplusplus
}
#endif
#endif
