/* The vector variants of cpu.matmul that this processor and this kernel both support. */
#pragma once

#include "unit.h"

struct simd {
	const char *isa;
	u32 (*work)(u8 *memory, u32 seed);
	int (*is_usable)(void);
};

/* Best first; the end is a NULL isa. */
extern const struct simd simd_variants[];
