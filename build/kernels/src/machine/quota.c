#include "quota.h"
#include "facts-file.h"
#include "text.h"

/* Longest control group path that is followed; longer ones are looked at from the root only. */
enum {
	PATH_BYTES = 1024
};

static int find_unified_group(char *path);
static int limits(const char *file, unsigned cpus);

int has_cpu_quota_below(unsigned cpus) {
	char path[PATH_BYTES + 64];
	u64 quota = 0;
	u64 period = 0;
	if (read_fact_number("/sys/fs/cgroup/cpu/cpu.cfs_quota_us", &quota) &&
		read_fact_number("/sys/fs/cgroup/cpu/cpu.cfs_period_us", &period) && quota < period * cpus) {
		return 1;
	}
	if (!find_unified_group(path)) return 0;
	/* A limit of any ancestor counts. */
	for (;;) {
		size_t length = text_length(path);
		const char *name = "/cpu.max";
		for (size_t i = 0; i <= 8; i++) path[length + i] = name[i];
		if (limits(path, cpus)) return 1;
		path[length] = '\0';
		while (length > 0 && path[length - 1] != '/') length--;
		if (length <= sizeof "/sys/fs/cgroup/" - 1) return 0;
		path[length - 1] = '\0';
	}
}

/* The line of the unified hierarchy in /proc/self/cgroup is "0::/path". */
static int find_unified_group(char *path) {
	static char text[4096];
	if (!read_facts("/proc/self/cgroup", text, sizeof text)) return 0;
	for (const char *line = text; *line != '\0';) {
		const int unified = text_starts_with(line, "0::/");
		size_t length = 0;
		if (unified) {
			for (const char *root = "/sys/fs/cgroup"; *root != '\0'; root++) path[length++] = *root;
			for (line += 3; *line != '\0' && *line != '\n' && length < PATH_BYTES; line++) path[length++] = *line;
			path[length] = '\0';
			return 1;
		}
		while (*line != '\0' && *line++ != '\n') continue;
	}
	return 0;
}

/* "max 100000" or "150000 100000". */
static int limits(const char *file, unsigned cpus) {
	char text[64];
	const char *cursor = text;
	u64 quota = 0;
	u64 period = 0;
	if (!read_facts(file, text, sizeof text) || !read_unsigned(&cursor, &quota) || *cursor++ != ' ') return 0;
	return read_unsigned(&cursor, &period) && quota < period * cpus;
}
