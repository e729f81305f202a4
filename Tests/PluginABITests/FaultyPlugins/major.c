// SPDX-License-Identifier: Apache-2.0
// Speaks a contract of the future.
#include "faulty.h"
PLUGIN(major, WARSHA_ABI_MAJOR + 1, sizeof(warsha_plugin), create, process_nothing)
