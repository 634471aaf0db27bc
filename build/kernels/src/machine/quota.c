#include "quota.h"
#include "facts-file.h"
#include "text.h"

/* Longest control group path that is followed. */
enum {
	PATH_BYTES = 1024
};

static int follow_groups(const char *controller, const char *root, unsigned cpus, int (*limits)(char *path, unsigned cpus));
static int limited_by_quota(char *path, unsigned cpus);
static int limited_by_maximum(char *path, unsigned cpus);

int has_cpu_quota_below(unsigned cpus) {
	return follow_groups("0::", "/sys/fs/cgroup", cpus, limited_by_maximum) ||
		   follow_groups(":cpu,cpuacct:", "/sys/fs/cgroup/cpu,cpuacct", cpus, limited_by_quota) ||
		   follow_groups(":cpu:", "/sys/fs/cgroup/cpu", cpus, limited_by_quota);
}

/* Where a line of /proc/self/cgroup ("0::/path", "4:cpu,cpuacct:/path") names the group of a controller; NULL if none. */
static const char *group_of(const char *text, const char *controller) {
	for (const char *line = text; *line != '\0';) {
		for (const char *at = line; *at != '\0' && *at != '\n'; at++) {
			if (text_starts_with(at, controller) && (at == line || *controller == ':')) return at + text_length(controller);
		}
		while (*line != '\0' && *line++ != '\n') continue;
	}
	return NULL;
}

static size_t append(char *path, size_t length, const char *text) {
	while (*text != '\0' && *text != '\n' && length < PATH_BYTES) path[length++] = *text++;
	path[length] = '\0';
	return length;
}

/*
 * A limit of any ancestor counts, up to the root that is mounted here: in a container that is the container's own group,
 * and the path may name groups that cannot be seen from inside.
 */
static int follow_groups(const char *controller, const char *root, unsigned cpus, int (*limits)(char *path, unsigned cpus)) {
	static char text[4096];
	char path[PATH_BYTES + 64];
	if (!read_facts("/proc/self/cgroup", text, sizeof text)) return 0;
	const char *group = group_of(text, controller);
	if (group == NULL) return 0;
	const size_t root_length = append(path, 0, root);
	for (size_t length = append(path, root_length, group); length >= root_length;) {
		if (limits(path, cpus)) return 1;
		if (length == root_length) return 0;
		do length--;
		while (length > root_length && path[length] != '/');
		path[length] = '\0';
	}
	return 0;
}

static int read_number_in(char *path, const char *file, u64 *value) {
	const size_t length = text_length(path);
	append(path, length, file);
	const int is_read = read_fact_number(path, value);
	path[length] = '\0';
	return is_read;
}

/* Version 1: a quota of -1 is none and is no number here. */
static int limited_by_quota(char *path, unsigned cpus) {
	u64 quota = 0;
	u64 period = 0;
	return read_number_in(path, "/cpu.cfs_quota_us", &quota) && read_number_in(path, "/cpu.cfs_period_us", &period) &&
		   quota < period * cpus;
}

/* Version 2: "max 100000" or "150000 100000". */
static int limited_by_maximum(char *path, unsigned cpus) {
	char text[64];
	const char *cursor = text;
	u64 quota = 0;
	u64 period = 0;
	const size_t length = text_length(path);
	append(path, length, "/cpu.max");
	const int is_read = read_facts(path, text, sizeof text);
	path[length] = '\0';
	if (!is_read || !read_unsigned(&cursor, &quota) || *cursor++ != ' ') return 0;
	return read_unsigned(&cursor, &period) && quota < period * cpus;
}
