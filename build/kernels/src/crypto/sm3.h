/* SM3 (GB/T 32905-2016), portable. */
#pragma once

#include "types.h"

struct sm3 {
	u32 words[8];
};

void sm3_start(struct sm3 *state);
/* `length` is a multiple of 64. */
void sm3_blocks(struct sm3 *state, const u8 *bytes, size_t length);
/* Digest of a short message (below 56 bytes). */
void sm3_of_short(const u8 *message, size_t length, u8 digest[32]);

u32 work_sm3(u8 *memory, u32 seed);
int sm3_known_answer(void);
