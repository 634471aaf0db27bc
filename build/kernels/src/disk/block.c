#include "block.h"
#include "../failure.h"
#include "../options.h"
#include "../random.h"

static const u64 magic = 0x5348495045490a01;

enum {
	WORDS = BLOCK_BYTES / 8
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
