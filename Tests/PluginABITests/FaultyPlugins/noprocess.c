// SPDX-License-Identifier: Apache-2.0
// Has no function to call.
#include "faulty.h"
PLUGIN(noprocess, WARSHA_ABI_MAJOR, sizeof(warsha_plugin), create, NULL)
