// SPDX-License-Identifier: Apache-2.0
// Cannot make an instance and does not say why.
#include "faulty.h"
static void *create_none(const warsha_host *host) { return (void)host, NULL; }
PLUGIN(silent, WARSHA_ABI_MAJOR, sizeof(warsha_plugin), create_none, process_nothing)
