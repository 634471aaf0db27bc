/* What to run and within which bounds, as the engine writes it to standard input. */
#pragma once

#include "../../freestanding/types.h"

enum { STDOUT, STDERR, STREAMS };

struct spec {
	char **arguments;
	char **environment;
	const char *directory;
	const char *input;
	const char *output[STREAMS];
	/* Directory of a cgroup v2 made for this step, or NULL. */
	const char *cgroup;
	/* Names the step; for those who look for its processes. */
	const char *token;
	u64 parent;
	u64 keep;
	u64 head_bytes, tail_bytes;
	u64 deadline_ms, grace_ms, stray_grace_ms;
	u64 memory_bytes, processes, file_bytes, open_files;
};

/*
 * Takes NUL-terminated "name=value" strings, which must stay where they are; `arg` and `env` may be repeated. Answers 0
 * when something is missing or unknown.
 */
int parse_spec(char *bytes, size_t length, struct spec *spec);

/* The same from a file descriptor: a u32 length (little-endian) and that many bytes. */
int read_spec(int fd, struct spec *spec);

/* Reads exactly so many bytes. Answers 0 when they do not come. */
int read_fully(int fd, void *target, size_t length);

enum { MOST_SPEC_BYTES = 8 << 20 };
