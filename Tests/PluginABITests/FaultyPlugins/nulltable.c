// SPDX-License-Identifier: Apache-2.0
// Has an entry point that gives nothing.
#include "faulty.h"
const warsha_plugin *warsha_plugin_nulltable(void) { return NULL; }
