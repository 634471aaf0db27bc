/* A chain of pointers through memory in random order: each load needs the answer of the one before. */
#pragma once

#include "types.h"

/* One node for each 64 bytes. */
enum {
	NODE_BYTES = 64,
	STEPS_PER_CALL = 65536
};

struct chase {
	u8 *memory;
	u64 nodes;
	/* Where it stands, and how many steps it took. */
	void *position;
	u64 steps;
};

/* Builds one cycle through all nodes, in an order that `seed` decides, and walks it once to prove it. */
void build_chase(struct chase *chase, u8 *memory, u64 bytes, u64 seed);

/* Walks for at least `window` nanoseconds; answers the nanoseconds of one step. */
double time_chase(struct chase *chase, i64 window, i64 *duration);

/* Fails unless it stands where its number of steps must have led. */
void check_chase(const struct chase *chase);
