#include "text.h"
#include "system.h"

size_t text_length(const char *text) {
	size_t length = 0;
	while (text[length] != '\0') length++;
	return length;
}

int text_equal(const char *left, const char *right) {
	while (*left != '\0' && *left == *right) left++, right++;
	return *left == *right;
}

int text_starts_with(const char *text, const char *prefix) {
	while (*prefix != '\0' && *text == *prefix) text++, prefix++;
	return *prefix == '\0';
}

int read_unsigned(const char **cursor, u64 *value) {
	const char *text = *cursor;
	u64 sum = 0;
	if (*text < '0' || *text > '9') return 0;
	for (; *text >= '0' && *text <= '9'; text++) {
		const u64 digit = (u64)(*text - '0');
		if (sum > (~0ul - digit) / 10) return 0;
		sum = sum * 10 + digit;
	}
	*cursor = text;
	*value = sum;
	return 1;
}

static char collected[16384];
static size_t collected_length;
static int output_fd = 1;

void select_output(int fd) {
	flush_output();
	output_fd = fd;
}

void write_bytes(const char *bytes, size_t length) {
	for (size_t i = 0; i < length; i++) {
		if (collected_length == sizeof collected) flush_output();
		collected[collected_length++] = bytes[i];
	}
}

void write_text(const char *text) { write_bytes(text, text_length(text)); }

void write_unsigned(u64 value) {
	char digits[20];
	size_t first = sizeof digits;
	do digits[--first] = (char)('0' + value % 10);
	while ((value /= 10) != 0);
	write_bytes(digits + first, sizeof digits - first);
}

void write_signed(i64 value) {
	if (value < 0) write_text("-");
	write_unsigned(value < 0 ? 0 - (u64)value : (u64)value);
}

void write_decimal(double value) {
	if (value < 0) {
		write_text("-");
		value = -value;
	}
	u64 whole = (u64)value;
	u64 millionths = (u64)((value - (double)whole) * 1e6 + 0.5);
	if (millionths == 1000000) whole++, millionths = 0;
	write_unsigned(whole);
	if (millionths == 0) return;
	char digits[7] = ".000000";
	for (int i = 6; i > 0; i--, millionths /= 10) digits[i] = (char)('0' + millionths % 10);
	size_t length = sizeof digits;
	while (digits[length - 1] == '0') length--;
	write_bytes(digits, length);
}

void write_json_text(const char *text) {
	write_text("\"");
	for (; *text != '\0'; text++) {
		const u8 byte = (u8)*text;
		if (byte == '"' || byte == '\\') write_text("\\");
		if (byte >= 0x20) {
			write_bytes(text, 1);
		} else {
			const char hex[] = "0123456789abcdef";
			write_text("\\u00");
			write_bytes(hex + (byte >> 4), 1);
			write_bytes(hex + (byte & 15), 1);
		}
	}
	write_text("\"");
}

void flush_output(void) {
	size_t written = 0;
	while (written < collected_length) {
		const long count = sys_write(output_fd, collected + written, collected_length - written);
		if (count == -EINTR) continue;
		if (count <= 0) break;
		written += (size_t)count;
	}
	collected_length = 0;
}

void discard_output(void) { collected_length = 0; }
