/* What the caller asked for. Each kernel names the options it takes; any other is an error, never ignored. */
#pragma once

#include "types.h"

enum option {
	OPTION_SECONDS = 1 << 0,
	OPTION_DEADLINE = 1 << 1,
	OPTION_WORKERS = 1 << 2,
	OPTION_CPUS = 1 << 3,
	OPTION_CLASS = 1 << 4,
	OPTION_BYTES = 1 << 5,
	OPTION_LLC = 1 << 6,
	OPTION_SIZE = 1 << 7,
	OPTION_PAGES = 1 << 8,
	OPTION_CPU_NODE = 1 << 9,
	OPTION_MEMORY_NODE = 1 << 10,
	OPTION_FILE = 1 << 11,
	OPTION_QUEUE_DEPTH = 1 << 12,
	OPTION_JOBS = 1 << 13,
	OPTION_DIRECTORY = 1 << 14,
	OPTION_CALLS = 1 << 15,
	OPTION_GROUPS = 1 << 16,
	OPTION_LOOPS = 1 << 17,
	OPTION_ISA = 1 << 18,
	OPTION_ENGINE = 1 << 19,
	OPTION_CORRUPT = 1 << 20,
	OPTION_HANG = 1 << 21,
};

enum {
	WORKERS_ALL = 0xffffffff,
	WORKERS_CORES = 0xfffffffe
};

struct options {
	const char *program;
	const char *kernel;
	/* Bit set of enum option: what was given. */
	u32 given;
	i64 window;
	i64 deadline;
	u32 workers;
	const char *cpus;
	u64 class_index;
	u64 bytes;
	u64 llc;
	const char *size;
	const char *pages;
	u64 cpu_node;
	u64 memory_node;
	const char *file;
	u64 queue_depth;
	u64 jobs;
	const char *directory;
	u64 calls;
	u64 groups;
	u64 loops;
	const char *isa;
	const char *engine;
	/* Test hooks. With either of them the run always ends in an error. */
	int corrupt;
	u64 hang_worker;
};

extern struct options options;

/* Reads `--name value` pairs; ends with EXIT_USAGE for anything that is not in `accepted`. */
void read_options(int argc, char **argv, u32 accepted);

static inline int was_given(enum option option) { return (options.given & (u32)option) != 0; }
