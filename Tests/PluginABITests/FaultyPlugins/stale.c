// SPDX-License-Identifier: Apache-2.0
// Says another version than its manifest.
#include "faulty.h"
static const warsha_plugin table = {sizeof table, 1, 0, 0, STRING("stale"), STRING("2"), create,
                                    process_nothing, destroy};
const warsha_plugin *warsha_plugin_stale(void) { return &table; }
