/* Holds a file as Excel or a reader of PDF does, letting nobody else in, until its input ends. */
#include <stdio.h>
#include <windows.h>

int wmain(int count, wchar_t **words) {
  HANDLE held = CreateFileW(words[count - 1], GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
  puts(held == INVALID_HANDLE_VALUE ? "refused" : "held");
  fflush(stdout);
  while (getchar() != EOF) {
  }
  return held == INVALID_HANDLE_VALUE;
}
