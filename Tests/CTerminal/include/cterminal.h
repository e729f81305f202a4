/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <sys/types.h>

/* Starts a program whose standard streams are a new pseudo-terminal of the given size.
   In C, since between fork and exec only async-signal-safe calls are allowed.
   Returns the controlling end, or -1 with errno; the process id goes to `child`. */
int cterminal_spawn(const char *path, char *const arguments[], char *const environment[],
                    const char *folder, int rows, int columns, pid_t *child);

/* Starts a program whose standard streams are the three given files.
   Returns its process id, or -1 with errno. */
pid_t cterminal_start(char *const arguments[], char *const environment[], const char *folder,
                      char *const files[3]);

#endif
