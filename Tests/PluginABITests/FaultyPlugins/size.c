// SPDX-License-Identifier: Apache-2.0
// Gives a table that ends too early.
#include "faulty.h"
PLUGIN(size, WARSHA_ABI_MAJOR, sizeof(warsha_plugin) - 8, create, process_nothing)
