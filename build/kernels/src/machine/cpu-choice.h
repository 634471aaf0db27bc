/*
 * Which processors the workers are pinned to: those allowed, narrowed by --cpus, --cpu-node and --class, then counted
 * by
 * --workers. A single worker goes to the first processor of the best class, so that "one core" means a fast one.
 */
#pragma once

#include "types.h"

struct cpu_choice {
	int cpus[4096];
	u32 count;
	/* How many classes of processors there are among the allowed ones (big and little). */
	u32 classes;
};

/* Chooses once and answers the same afterwards. */
const struct cpu_choice *choose_cpus(void);

/* The same processors without the limit of --workers. */
const struct cpu_choice *usable_cpus(void);
