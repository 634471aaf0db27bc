/* SM4 (GB/T 32907-2016), portable: one 1 KiB table. */
#pragma once

#include "types.h"

struct sm4_key {
	u32 rounds[32];
};

/* Makes the tables. Must come first. */
void prepare_sm4(void);
void sm4_expand_key(struct sm4_key *key, const u8 bytes[16]);
void sm4_encrypt_block(const struct sm4_key *key, const u8 in[16], u8 out[16]);

u32 work_sm4(u8 *memory, u32 seed);
int sm4_known_answer(void);
