// SPDX-License-Identifier: Apache-2.0
// Cannot make an instance, and says why.
#include "faulty.h"
static void *create_none(const warsha_host *host) {
  static const warsha_string reason = STRING("no licence key in the drawer");
  host->report(host->context, WARSHA_ERROR, reason);
  return NULL;
}
PLUGIN(noinstance, WARSHA_ABI_MAJOR, sizeof(warsha_plugin), create_none, process_nothing)
