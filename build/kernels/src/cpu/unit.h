/*
 * A unit of processor work: 16 blocks with the seeds 0 to 15, folded into one checksum that is the same on every
 * architecture. Integers are; floating point is because nothing is contracted; matmul is because its data are small
 * whole numbers, so that no order of additions and no fused multiply-add can change a bit.
 */
#pragma once

#include "types.h"

enum {
	BLOCKS_PER_UNIT = 16
};

struct unit {
	const char *kernel;
	const char *unit;
	/* How much of `unit` one unit of work is. */
	double amount;
	size_t bytes;
	/* Once per process: tables. May be NULL. */
	void (*prepare)(void);
	/* Makes the input of a block from its seed. */
	void (*fill)(u8 *memory, u32 seed);
	/* The work. Answers the block's checksum, or a WRONG_* when a check inside fails. */
	u32 (*work)(u8 *memory, u32 seed);
	/* Checksum of a unit: known, not computed. */
	u32 expected;
	/* Known-answer test of a published algorithm, NULL when there is none. Answers 1 when right. */
	int (*known_answer)(void);
};

/* One bit of a block's input is flipped in the first block when `corrupt`. */
u32 run_unit(const struct unit *unit, u8 *memory, int corrupt);

extern const struct unit units[];
extern const size_t unit_count;

/* NULL when there is none of this name. */
const struct unit *find_unit(const char *kernel);
