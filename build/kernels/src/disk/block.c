#include "block.h"
#include "../failure.h"
#include "../options.h"
#include "../random.h"

static const u64 magic = 0x5348495045490a01;

enum {
	WORDS = BLOCK_BYTES / 8,
	/* Of one transfer. */
	CHECKED = 16,
};

void fill_blocks(u8 *bytes, u64 length, u64 seed) {
	u64 *words = (u64 *)bytes;
	for (u64 i = 0; i < length / 8; i++) words[i] = next_random_64(&seed);
}

void address_blocks(u8 *bytes, u64 length, u64 offset) {
	for (u64 at = 0; at < length; at += BLOCK_BYTES) {
		u64 *words = (u64 *)(bytes + at);
		words[0] = magic ^ (offset + at);
		words[WORDS - 1] = ~words[0];
	}
}

int blocks_are_right(const u8 *bytes, u64 length, u64 offset) {
	for (u64 at = 0; at < length; at += BLOCK_BYTES) {
		const u64 *words = (const u64 *)(bytes + at);
		if (words[0] != (magic ^ (offset + at)) || words[WORDS - 1] != ~words[0]) return 0;
	}
	return 1;
}

void check_blocks(u8 *bytes, u64 length, u64 offset) {
	if (options.corrupt) bytes[5] ^= 4;
	if (!blocks_are_right(bytes, length, offset)) {
		fail_with(EXIT_WRONG_ANSWER, "the file does not hold what was written (offset)", offset,
				  *(const u64 *)bytes ^ magic);
	}
}

void check_some_blocks(u8 *bytes, u64 length, u64 offset) {
	static u64 turn;
	const u64 blocks = length / BLOCK_BYTES;
	const u64 step = blocks > CHECKED ? blocks / CHECKED : 1;
	for (u64 block = turn++ % step; block < blocks; block += step) {
		check_blocks(bytes + block * BLOCK_BYTES, BLOCK_BYTES, offset + block * BLOCK_BYTES);
	}
}
