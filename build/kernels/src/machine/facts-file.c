#include "facts-file.h"
#include "system.h"
#include "text.h"

int read_facts(const char *path, char *text, size_t capacity) {
	const long fd = sys_openat(AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0);
	if (fd < 0) return 0;
	size_t length = 0;
	while (length < capacity - 1) {
		const long count = sys_read((int)fd, text + length, capacity - 1 - length);
		if (count <= 0) break;
		length += (size_t)count;
	}
	sys_close((int)fd);
	if (length > 0 && text[length - 1] == '\n') length--;
	text[length] = '\0';
	return length > 0;
}

const char *numbered_path(const char *before, u64 number, const char *after) {
	static char path[256];
	char digits[20];
	size_t first = sizeof digits;
	size_t length = 0;
	do digits[--first] = (char)('0' + number % 10);
	while ((number /= 10) != 0);
	while (*before != '\0' && length < 120) path[length++] = *before++;
	while (first < sizeof digits) path[length++] = digits[first++];
	while (*after != '\0' && length < sizeof path - 1) path[length++] = *after++;
	path[length] = '\0';
	return path;
}

static int hexadecimal_digit(char text) {
	if (text >= '0' && text <= '9') return text - '0';
	if (text >= 'a' && text <= 'f') return text - 'a' + 10;
	return -1;
}

int read_fact_number(const char *path, u64 *value) {
	char text[64];
	if (!read_facts(path, text, sizeof text)) return 0;
	const char *cursor = text;
	if (!text_starts_with(text, "0x")) return read_unsigned(&cursor, value);
	*value = 0;
	for (cursor += 2; hexadecimal_digit(*cursor) >= 0; cursor++) *value = *value << 4 | (u64)hexadecimal_digit(*cursor);
	return 1;
}
