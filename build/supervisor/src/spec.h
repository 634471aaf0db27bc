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
	u64 parent;
	u64 keep;
	u64 head_bytes, tail_bytes;
	u64 deadline_ms, grace_ms, stray_grace_ms;
	u64 memory_bytes, processes, file_bytes, open_files;
};

/*
 * Reads a u32 length (little-endian) and that many bytes of NUL-terminated "name=value" strings; `arg` and `env` may be
 * repeated. Answers 0 when something is missing or unknown.
 */
int read_spec(int fd, struct spec *spec);
