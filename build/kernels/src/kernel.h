/* A kernel: one thing that can be measured, by its name on the command line. */
#pragma once

#include "types.h"

struct kernel {
	const char *id;
	/* UCUM unit of the main figure, and which way is better. */
	const char *unit;
	const char *direction;
	/* One sentence: what the figure means. */
	const char *means;
	/* Bit set of enum option. */
	u32 accepts;
	void (*run)(void);
};

extern const struct kernel kernels[];
extern const size_t kernel_count;
