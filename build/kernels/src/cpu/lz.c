/* cpu.lz: greedy LZ77 compression of 64 KiB of word-like text, and back. The format is our own. */
#include "blocks.h"
#include "crc32.h"
#include "../random.h"

enum {
	HASH_BITS = 12,
	SHORTEST = 4,
	LONGEST = 255,
	/* A tag below this is a count of literals; from it on, a match follows. */
	MATCH_TAG = 128,
};

void fill_lz(u8 *memory, u32 seed) {
	u32 state = random_state(seed, 5);
	size_t length = 0;
	while (length < LZ_BYTES) {
		/* The product of two uniform numbers makes some words far more frequent than others. */
		const u32 rank = (next_random(&state) >> 22) * (next_random(&state) >> 22) >> 10;
		u32 letters = (rank + 7) * 2654435761u;
		for (u32 left = 3 + (letters >> 29); left > 0 && length < LZ_BYTES; left--, letters >>= 3) {
			memory[length++] = (u8)('a' + letters % 23);
		}
		if (length < LZ_BYTES) memory[length++] = ' ';
	}
}

static u32 load_word(const u8 *bytes) {
	u32 word;
	__builtin_memcpy(&word, bytes, sizeof word);
	return word;
}

static size_t write_literals(u8 *out, size_t length, const u8 *from, const u8 *end) {
	while (from < end) {
		const size_t left = (size_t)(end - from);
		const size_t count = left < MATCH_TAG - 1 ? left : MATCH_TAG - 1;
		out[length++] = (u8)count;
		for (size_t i = 0; i < count; i++) out[length++] = *from++;
	}
	return length;
}

static size_t compress(const u8 *in, size_t size, u8 *out, u32 *places) {
	size_t length = 0;
	size_t literals = 0;
	size_t at = 0;
	for (size_t i = 0; i < 1 << HASH_BITS; i++) places[i] = 0;
	while (at + SHORTEST < size) {
		const u32 word = load_word(in + at);
		u32 *place = &places[(word * 2654435761u) >> (32 - HASH_BITS)];
		const size_t candidate = *place;
		*place = (u32)at + 1;
		if (candidate == 0 || load_word(in + candidate - 1) != word) {
			at++;
			continue;
		}
		const u8 *match = in + candidate - 1;
		size_t count = SHORTEST;
		while (count < LONGEST && at + count < size && match[count] == in[at + count]) count++;
		const size_t distance = at - (candidate - 1);
		length = write_literals(out, length, in + literals, in + at);
		out[length++] = MATCH_TAG;
		out[length++] = (u8)count;
		out[length++] = (u8)distance;
		out[length++] = (u8)(distance >> 8);
		at += count;
		literals = at;
	}
	return write_literals(out, length, in + literals, in + size);
}

static size_t expand(const u8 *in, size_t size, u8 *out) {
	size_t length = 0;
	for (size_t at = 0; at < size;) {
		size_t count = in[at++];
		if (count < MATCH_TAG) {
			while (count-- > 0) out[length++] = in[at++];
			continue;
		}
		count = in[at];
		const size_t distance = in[at + 1] | (size_t)in[at + 2] << 8;
		at += 3;
		for (; count > 0; count--, length++) out[length] = out[length - distance];
	}
	return length;
}

NOINLINE u32 work_lz(u8 *memory, u32 seed) {
	u8 *packed = memory + LZ_BYTES;
	u8 *back = packed + 2 * LZ_BYTES;
	const size_t length = compress(memory, LZ_BYTES, packed, (u32 *)(back + LZ_BYTES));
	if (expand(packed, length, back) != LZ_BYTES) return WRONG_LENGTH;
	for (size_t i = 0; i < LZ_BYTES; i++) {
		if (memory[i] != back[i]) return WRONG_ROUND_TRIP;
	}
	return crc32(seed, back, LZ_BYTES) + (u32)length * 2654435761u;
}
