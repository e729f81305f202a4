// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "clineedit.h"

#include <errno.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

struct warsha_edit {
  EditLine *editor;
  HistoryW *history;
  wchar_t *prompt;
  char *line;
  warsha_edit_completion completion;
  void *context;
  unsigned char completion_result;
  bool interrupted;
};

// libedit converts by the locale, so the shim does too.

static wchar_t *wide(const char *text) {
  size_t count = mbstowcs(NULL, text, 0);
  if (count == (size_t)-1) return NULL;
  wchar_t *result = malloc((count + 1) * sizeof(wchar_t));
  if (result) mbstowcs(result, text, count + 1);
  return result;
}

/// UTF-8 of `count` characters. A character the locale cannot write (a lone surrogate) becomes '?'.
static char *narrow(const wchar_t *text, size_t count) {
  char *result = malloc(count * MB_CUR_MAX + 1);
  if (!result) return NULL;
  char *end = result;
  mbstate_t state = {0};
  for (size_t i = 0; i < count; i++) {
    size_t bytes = wcrtomb(end, text[i], &state);
    if (bytes == (size_t)-1) {
      memset(&state, 0, sizeof state);
      *end++ = '?';
    } else {
      end += bytes;
    }
  }
  *end = 0;
  return result;
}

static bool use_utf8(void) {
  if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  return setlocale(LC_CTYPE, "C.UTF-8") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static warsha_edit *owner(EditLine *editor) {
  void *data = NULL;
  el_wget(editor, EL_CLIENTDATA, &data);
  return data;
}

// Keys.

static wchar_t *prompt_of(EditLine *editor) {
  static wchar_t none[] = L"";
  warsha_edit *edit = owner(editor);
  return edit && edit->prompt ? edit->prompt : none;
}

static unsigned char complete_key(EditLine *editor, wint_t key) {
  (void)key;
  warsha_edit *edit = owner(editor);
  const LineInfoW *info = el_wline(editor);
  char *line = narrow(info->buffer, (size_t)(info->cursor - info->buffer));
  edit->completion_result = CC_REFRESH_BEEP;
  if (line && edit->completion) edit->completion(edit->context, edit, line);
  free(line);
  return edit->completion_result;
}

/// Ctrl-C as a key: the terminal's own SIGINT could reach any thread of the process, and then
/// nothing would interrupt the one that reads.
static unsigned char interrupt_key(EditLine *editor, wint_t key) {
  (void)key;
  owner(editor)->interrupted = true;
  return CC_EOF;
}

/// Ctrl-Z as a key, since the terminal's signals are off while a line is edited.
static unsigned char suspend_key(EditLine *editor, wint_t key) {
  (void)key;
  el_wset(editor, EL_PREP_TERM, 0);
  fputs("^Z\n", stdout);
  fflush(stdout);
  kill(getpid(), SIGTSTP);
  el_wset(editor, EL_PREP_TERM, 1);
  el_wset(editor, EL_REFRESH);
  return CC_NORM;
}

static void bind_keys(EditLine *editor) {
  el_wset(editor, EL_ADDFN, L"warsha-complete", L"Complete the word", complete_key);
  el_wset(editor, EL_ADDFN, L"warsha-interrupt", L"Drop the line", interrupt_key);
  el_wset(editor, EL_ADDFN, L"warsha-suspend", L"Suspend the program", suspend_key);
  el_wset(editor, EL_BIND, L"^I", L"warsha-complete", NULL);
  el_wset(editor, EL_BIND, L"^C", L"warsha-interrupt", NULL);
  el_wset(editor, EL_BIND, L"^Z", L"warsha-suspend", NULL);
  el_wset(editor, EL_BIND, L"^R", L"em-inc-search-prev", NULL);
}

// The editor.

warsha_edit *warsha_edit_open(const char *program) {
  if (!use_utf8()) return NULL;
  warsha_edit *edit = calloc(1, sizeof *edit);
  if (!edit) return NULL;
  edit->editor = el_init(program, stdin, stdout, stderr);
  edit->history = history_winit();
  if (!edit->editor || !edit->history) {
    warsha_edit_close(edit);
    return NULL;
  }
  el_wset(edit->editor, EL_CLIENTDATA, edit);
  el_wset(edit->editor, EL_SIGNAL, 0);
  el_wset(edit->editor, EL_SETTY, L"-d", L"-isig", NULL);
  el_wset(edit->editor, EL_PROMPT_ESC, prompt_of, L'\1');
  el_wset(edit->editor, EL_EDITOR, L"emacs");
  el_wset(edit->editor, EL_HIST, history_w, edit->history);
  warsha_edit_limit_history(edit, 1000);
  bind_keys(edit->editor);
  el_source(edit->editor, NULL);
  return edit;
}

void warsha_edit_close(warsha_edit *edit) {
  if (!edit) return;
  if (edit->editor) el_end(edit->editor);
  if (edit->history) history_wend(edit->history);
  free(edit->prompt);
  free(edit->line);
  free(edit);
}

bool warsha_edit_set_prompt(warsha_edit *edit, const char *prompt) {
  wchar_t *text = wide(prompt);
  if (!text) return false;
  free(edit->prompt);
  edit->prompt = text;
  return true;
}

void warsha_edit_set_completion(
    warsha_edit *edit, warsha_edit_completion completion, void *context) {
  edit->completion = completion;
  edit->context = context;
}

warsha_edit_status warsha_edit_read(warsha_edit *edit, const char **line) {
  *line = NULL;
  free(edit->line);
  edit->line = NULL;
  edit->interrupted = false;
  fflush(stdout);
  int count = 0;
  errno = 0;
  const wchar_t *text = el_wgets(edit->editor, &count);
  bool was_signalled = !text && errno == EINTR;
  if (edit->interrupted || was_signalled) {
    fputs("^C\n", stdout);
    fflush(stdout);
    return WARSHA_EDIT_INTERRUPTED;
  }
  if (!text || count <= 0) {
    fputs("\n", stdout);  // libedit leaves the cursor behind its ^D
    fflush(stdout);
    return WARSHA_EDIT_END;
  }
  while (count > 0 && (text[count - 1] == L'\n' || text[count - 1] == L'\r')) count--;
  edit->line = narrow(text, (size_t)count);
  *line = edit->line;
  return edit->line ? WARSHA_EDIT_LINE : WARSHA_EDIT_END;
}

void warsha_edit_replace(warsha_edit *edit, size_t count, const char *text) {
  wchar_t *insertion = wide(text);
  if (!insertion) return;
  if (count > 0) el_wdeletestr(edit->editor, (int)count);
  el_winsertstr(edit->editor, insertion);
  free(insertion);
  if (edit->completion_result == CC_REFRESH_BEEP) edit->completion_result = CC_REFRESH;
}

void warsha_edit_list(warsha_edit *edit, const char *text) {
  fprintf(stdout, "\n%s\n", text);
  // EL_REFRESH forgets where the line stood and draws it here; CC_REDISPLAY would wipe the list.
  el_wset(edit->editor, EL_REFRESH);
  edit->completion_result = CC_REFRESH;
}

// History.

void warsha_edit_remember(warsha_edit *edit, const char *line) {
  wchar_t *text = wide(line);
  if (!text) return;
  HistEventW event;
  for (int found = history_w(edit->history, &event, H_FIRST); found >= 0;
       found = history_w(edit->history, &event, H_NEXT)) {
    if (wcscmp(event.str, text) == 0) {
      history_w(edit->history, &event, H_DEL, event.num);
      break;
    }
  }
  history_w(edit->history, &event, H_ENTER, text);
  free(text);
}

void warsha_edit_limit_history(warsha_edit *edit, int lines) {
  HistEventW event;
  history_w(edit->history, &event, H_SETSIZE, lines);
}

bool warsha_edit_load_history(warsha_edit *edit, const char *path) {
  HistEventW event;
  return history_w(edit->history, &event, H_LOAD, path) >= 0;
}

bool warsha_edit_save_history(warsha_edit *edit, const char *path) {
  HistEventW event;
  return history_w(edit->history, &event, H_SAVE, path) >= 0;
}
