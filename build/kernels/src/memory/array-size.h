/* How large the arrays of a bandwidth kernel are, so that caches cannot hold them. */
#pragma once

#include "../machine/cpu-choice.h"

struct array_size {
	/* Of one array, over all workers; a multiple of the number of workers. */
	u64 bytes;
	u64 last_level;
	const char *last_level_source;
	/* --bytes gave less than four times the last-level cache: the figure is one of a cache. */
	int is_small;
};

/* 4 x LLC, at least 128 MiB and 16 MiB for each worker, at most 4 GiB and an eighth of the free memory; --bytes wins.
 */
struct array_size choose_array_size(const struct cpu_choice *choice);
