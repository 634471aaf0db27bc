#include "options.h"
#include "failure.h"
#include "text.h"

struct options options = {
	.window = 1500000000,
	.workers = 1,
	.pages = "default",
	.queue_depth = 1,
	.jobs = 1,
	.calls = 400,
	.groups = 10,
	.loops = 100,
};

enum kind {
	TEXT,
	NUMBER,
	BYTES,
	SECONDS,
	WORKERS,
	FLAG,
};

static const struct {
	const char *name;
	enum option option;
	enum kind kind;
	void *target;
} table[] = {
	{"--seconds", OPTION_SECONDS, SECONDS, &options.window},
	{"--deadline", OPTION_DEADLINE, SECONDS, &options.deadline},
	{"--workers", OPTION_WORKERS, WORKERS, &options.workers},
	{"--cpus", OPTION_CPUS, TEXT, &options.cpus},
	{"--class", OPTION_CLASS, NUMBER, &options.class_index},
	{"--bytes", OPTION_BYTES, BYTES, &options.bytes},
	{"--llc", OPTION_LLC, BYTES, &options.llc},
	{"--size", OPTION_SIZE, TEXT, &options.size},
	{"--pages", OPTION_PAGES, TEXT, &options.pages},
	{"--cpu-node", OPTION_CPU_NODE, NUMBER, &options.cpu_node},
	{"--memory-node", OPTION_MEMORY_NODE, NUMBER, &options.memory_node},
	{"--file", OPTION_FILE, TEXT, &options.file},
	{"--queue-depth", OPTION_QUEUE_DEPTH, NUMBER, &options.queue_depth},
	{"--jobs", OPTION_JOBS, NUMBER, &options.jobs},
	{"--directory", OPTION_DIRECTORY, TEXT, &options.directory},
	{"--calls", OPTION_CALLS, NUMBER, &options.calls},
	{"--groups", OPTION_GROUPS, NUMBER, &options.groups},
	{"--loops", OPTION_LOOPS, NUMBER, &options.loops},
	{"--isa", OPTION_ISA, TEXT, &options.isa},
	{"--engine", OPTION_ENGINE, TEXT, &options.engine},
	{"--corrupt", OPTION_CORRUPT, FLAG, &options.corrupt},
	{"--hang", OPTION_HANG, NUMBER, &options.hang_worker},
};

static void read_value(enum kind kind, const char *text, void *target, const char *name);

void read_options(int argc, char **argv, u32 accepted) {
	for (int i = 2; i < argc; i++) {
		size_t k = 0;
		while (k < COUNT(table) && !text_equal(table[k].name, argv[i])) k++;
		if (k == COUNT(table)) fail(EXIT_USAGE, argv[i]);
		if ((accepted & (u32)table[k].option) == 0) fail(EXIT_USAGE, "this kernel does not take one of the options");
		options.given |= (u32)table[k].option;
		if (table[k].kind == FLAG) {
			*(int *)table[k].target = 1;
			continue;
		}
		if (++i == argc) fail(EXIT_USAGE, "an option lacks its value");
		read_value(table[k].kind, argv[i], table[k].target, table[k].name);
	}
	if (options.deadline == 0) options.deadline = options.window * 10 + 120000000000;
}

/* 1.5 = 1500000000; up to nine decimals, at most a day. */
static int read_seconds(const char **cursor, i64 *nanoseconds) {
	u64 whole = 0;
	if (!read_unsigned(cursor, &whole) || whole > 86400) return 0;
	i64 sum = (i64)whole * 1000000000;
	if (**cursor == '.') {
		i64 step = 100000000;
		for ((*cursor)++; **cursor >= '0' && **cursor <= '9'; (*cursor)++, step /= 10) sum += (**cursor - '0') * step;
	}
	*nanoseconds = sum;
	return sum > 0;
}

static int read_bytes(const char **cursor, u64 *bytes) {
	if (!read_unsigned(cursor, bytes)) return 0;
	const char suffix = **cursor;
	const int shift = suffix == 'k' ? 10 : suffix == 'm' ? 20 : suffix == 'g' ? 30 : 0;
	if (shift != 0) (*cursor)++;
	if (*bytes == 0 || *bytes > (1ul << 46) >> shift) return 0;
	*bytes <<= shift;
	return 1;
}

static int read_workers(const char **cursor, u32 *workers) {
	u64 count = 0;
	if (text_equal(*cursor, "all") || text_equal(*cursor, "cores")) {
		*workers = **cursor == 'a' ? WORKERS_ALL : WORKERS_CORES;
		*cursor += text_length(*cursor);
		return 1;
	}
	if (!read_unsigned(cursor, &count) || count < 1 || count > 4096) return 0;
	*workers = (u32)count;
	return 1;
}

static void read_value(enum kind kind, const char *text, void *target, const char *name) {
	const char *cursor = text;
	int read = 1;
	switch (kind) {
		case NUMBER:
			read = read_unsigned(&cursor, target);
			break;
		case BYTES:
			read = read_bytes(&cursor, target);
			break;
		case SECONDS:
			read = read_seconds(&cursor, target);
			break;
		case WORKERS:
			read = read_workers(&cursor, target);
			break;
		default:
			*(const char **)target = text;
			cursor += text_length(text);
			break;
	}
	if (!read || *cursor != '\0') fail(EXIT_USAGE, name);
}
