/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "cterminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

// The test runner may ignore or block what the program relies on.
static void reset_signals(void) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGINT, SIG_DFL);
  signal(SIGPIPE, SIG_DFL);
}

static void run(const char *path, char *const arguments[], char *const environment[],
                const char *folder, int end) {
  setsid();
  if (ioctl(end, TIOCSCTTY, 0) < 0 || chdir(folder) < 0) _exit(126);
  reset_signals();
  for (int i = 0; i < 3; i++) dup2(end, i);
  execve(path, arguments, environment);
  _exit(127);
}

pid_t cterminal_start(char *const arguments[], char *const environment[], const char *folder,
                      char *const files[3]) {
  pid_t child = fork();
  if (child != 0) return child;
  if (chdir(folder) < 0) _exit(126);
  reset_signals();
  for (int i = 0; i < 3; i++) {
    int file = open(files[i], i == 0 ? O_RDONLY : O_WRONLY);
    if (file < 0 || dup2(file, i) < 0) _exit(126);
    if (file > 2) close(file);
  }
  execve(arguments[0], arguments, environment);
  _exit(127);
}

int cterminal_spawn(const char *path, char *const arguments[], char *const environment[],
                    const char *folder, int rows, int columns, pid_t *child) {
  char name[128];
  int control = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (control < 0) return -1;
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  if (grantpt(control) < 0 || unlockpt(control) < 0 ||
      ptsname_r(control, name, sizeof name) != 0 || ioctl(control, TIOCSWINSZ, &size) < 0)
    goto failed;
  // Before the fork: a terminal that nobody has open reads as one that was hung up.
  int end = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (end < 0) goto failed;
  *child = fork();
  if (*child == 0) run(path, arguments, environment, folder, end);
  int reason = errno;
  close(end);
  errno = reason;
  if (*child > 0) return control;

failed:;
  int cause = errno;
  close(control);
  errno = cause;
  return -1;
}
