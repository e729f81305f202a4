// SPDX-License-Identifier: Apache-2.0
// Pins the layout of contract version 1 on 64-bit machines: a change here is a new major version.
#include "warsha_abi.h"

_Static_assert(sizeof(warsha_string) == 16, "warsha_string");
_Static_assert(sizeof(warsha_value) == 32, "warsha_value");
_Static_assert(sizeof(warsha_attribute) == 48, "warsha_attribute");
_Static_assert(sizeof(warsha_relation) == 24, "warsha_relation");
_Static_assert(sizeof(warsha_part) == 24, "warsha_part");
_Static_assert(sizeof(warsha_token) == 32, "warsha_token");
_Static_assert(offsetof(warsha_token, hash) == 16, "warsha_token.hash");
_Static_assert(offsetof(warsha_token, kind) == 24, "warsha_token.kind");
_Static_assert(sizeof(warsha_sentence) == 16, "warsha_sentence");
_Static_assert(offsetof(warsha_annotation, layer) == 16, "warsha_annotation.layer");
_Static_assert(offsetof(warsha_annotation, attributes) == 120, "warsha_annotation.attributes");
_Static_assert(sizeof(warsha_annotation) == 168, "warsha_annotation");
_Static_assert(offsetof(warsha_document, source) == 40, "warsha_document.source");
_Static_assert(sizeof(warsha_document) == 112, "warsha_document");
_Static_assert(offsetof(warsha_host, table) == 32, "warsha_host.table");
_Static_assert(sizeof(warsha_sink) == 40, "warsha_sink");
_Static_assert(sizeof(warsha_plugin) == 72, "warsha_plugin");
