// SPDX-License-Identifier: Apache-2.0
// Exports nothing that the host looks for.
#include "faulty.h"
PLUGIN(another, WARSHA_ABI_MAJOR, sizeof(warsha_plugin), create, process_nothing)
