/* Reading the kernel's small text files under /sys and /proc. */
#pragma once

#include "types.h"

/* Reads the start of a file, without a final newline, as text. Answers 0 when there is none. */
int read_facts(const char *path, char *text, size_t capacity);

/* Joins up to three parts with a number between the first and the second, e.g. "/sys/…/cpu", 3, "/topology". */
const char *numbered_path(const char *before, u64 number, const char *after);

/* Reads a file that holds one number: decimal, or hexadecimal with 0x. Answers 0 when there is none. */
int read_fact_number(const char *path, u64 *value);
