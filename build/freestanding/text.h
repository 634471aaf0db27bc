/* Reading and writing text: comparison, numbers, one buffered output. */
#pragma once

#include "types.h"

size_t text_length(const char *text);
int text_equal(const char *left, const char *right);
int text_starts_with(const char *text, const char *prefix);

/* Reads a decimal number and moves *cursor behind it. Answers 0 when there is no digit or it does not fit. */
int read_unsigned(const char **cursor, u64 *value);

/* Output is collected and written by flush_output (or when 16 KiB are full). Switching the file descriptor flushes. */
void select_output(int fd);
void write_text(const char *text);
void write_bytes(const char *bytes, size_t length);
void write_unsigned(u64 value);
void write_signed(i64 value);
/* At most 6 decimals, trailing zeros removed. Only for finite values below 9e15. */
void write_decimal(double value);
/* With quotation marks; control characters and bytes that JSON reserves are escaped. */
void write_json_text(const char *text);
void flush_output(void);
/* Forgets what was not written yet. */
void discard_output(void);
