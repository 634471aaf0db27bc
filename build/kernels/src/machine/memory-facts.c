#include "memory-facts.h"
#include "facts-file.h"
#include "text.h"

static u64 find_kilobytes(const char *text, const char *name);

u64 available_memory(void) {
	static char text[8192];
	return read_facts("/proc/meminfo", text, sizeof text) ? find_kilobytes(text, "MemAvailable:") << 10 : 0;
}

u64 huge_page_bytes(void) {
	u64 bytes = 0;
	return read_fact_number("/sys/kernel/mm/transparent_hugepage/hpage_pmd_size", &bytes) ? bytes : 0;
}

const char *huge_page_mode(void) {
	static const char *const modes[] = {"always", "madvise", "never"};
	char text[128];
	if (!read_facts("/sys/kernel/mm/transparent_hugepage/enabled", text, sizeof text)) return "unknown";
	for (const char *cursor = text; *cursor != '\0'; cursor++) {
		if (*cursor != '[') continue;
		for (size_t i = 0; i < COUNT(modes); i++) {
			if (text_starts_with(cursor + 1, modes[i])) return modes[i];
		}
	}
	return "unknown";
}

u64 huge_bytes_in_use(void) {
	static char text[8192];
	return read_facts("/proc/self/smaps_rollup", text, sizeof text) ? find_kilobytes(text, "AnonHugePages:") << 10 : 0;
}

/* Lines look like "MemAvailable:   1234 kB". */
static u64 find_kilobytes(const char *text, const char *name) {
	while (*text != '\0') {
		if (text_starts_with(text, name)) {
			u64 value = 0;
			for (text += text_length(name); *text == ' '; text++) continue;
			return read_unsigned(&text, &value) ? value : 0;
		}
		while (*text != '\0' && *text++ != '\n') continue;
	}
	return 0;
}
