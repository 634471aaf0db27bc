#include "sm3.h"
#include "bytes.h"
#include "../cpu/blocks.h"
#include "../random.h"

static u32 load_big_endian(const u8 *bytes) {
	u32 word;
	__builtin_memcpy(&word, bytes, sizeof word);
	return __builtin_bswap32(word);
}

void sm3_start(struct sm3 *state) {
	static const u32 initial[8] = {
		0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
	};
	for (int i = 0; i < 8; i++) state->words[i] = initial[i];
}

static void expand_message(u32 *w, const u8 *block) {
	for (int j = 0; j < 16; j++) w[j] = load_big_endian(block + 4 * j);
	for (int j = 16; j < 68; j++) {
		const u32 x = w[j - 16] ^ w[j - 9] ^ rotate_left(w[j - 3], 15);
		w[j] = x ^ rotate_left(x, 15) ^ rotate_left(x, 23) ^ rotate_left(w[j - 13], 7) ^ w[j - 6];
	}
}

/* One round; the boolean functions FF and GG differ between the first 16 rounds and the others. */
#define ROUND(constant, ff, gg) \
	do { \
		const u32 turned = rotate_left(a, 12); \
		const u32 ss1 = rotate_left(turned + e + rotate_left(constant, (u32)j), 7); \
		const u32 tt1 = (ff) + d + (ss1 ^ turned) + (w[j] ^ w[j + 4]); \
		const u32 tt2 = (gg) + h + ss1 + w[j]; \
		d = c, c = rotate_left(b, 9), b = a, a = tt1; \
		h = g, g = rotate_left(f, 19), f = e, e = tt2 ^ rotate_left(tt2, 9) ^ rotate_left(tt2, 17); \
	} while (0)

static void compress(u32 *v, const u8 *block) {
	u32 w[68];
	u32 a = v[0], b = v[1], c = v[2], d = v[3], e = v[4], f = v[5], g = v[6], h = v[7];
	expand_message(w, block);
	for (int j = 0; j < 16; j++) ROUND(0x79cc4519u, a ^ b ^ c, e ^ f ^ g);
	for (int j = 16; j < 64; j++) ROUND(0x7a879d8au, (a & b) | (a & c) | (b & c), (e & f) | (~e & g));
	v[0] ^= a, v[1] ^= b, v[2] ^= c, v[3] ^= d, v[4] ^= e, v[5] ^= f, v[6] ^= g, v[7] ^= h;
}

void sm3_blocks(struct sm3 *state, const u8 *bytes, size_t length) {
	for (size_t at = 0; at < length; at += 64) compress(state->words, bytes + at);
}

void sm3_of_short(const u8 *message, size_t length, u8 digest[32]) {
	u8 block[64] = {0};
	struct sm3 state;
	memcpy(block, message, length);
	block[length] = 0x80;
	block[62] = (u8)(length >> 5);
	block[63] = (u8)(length << 3);
	sm3_start(&state);
	sm3_blocks(&state, block, sizeof block);
	for (int i = 0; i < 32; i++) digest[i] = (u8)(state.words[i / 4] >> (24 - 8 * (i % 4)));
}

void fill_cipher_text(u8 *memory, u32 seed) {
	u32 state = random_state(seed, 6);
	u32 *words = (u32 *)memory;
	for (size_t i = 0; i < CIPHER_BYTES / 4; i++) words[i] = next_random(&state);
}

NOINLINE u32 work_sm3(u8 *memory, u32 seed) {
	struct sm3 state;
	u32 sum = seed;
	sm3_start(&state);
	sm3_blocks(&state, memory, CIPHER_BYTES);
	for (int i = 0; i < 8; i++) sum = rotate_left(sum, 7) ^ state.words[i];
	return sum;
}

/* GB/T 32905-2016, annex A.1: "abc". */
int sm3_known_answer(void) {
	static const u8 expected[32] = {
		0x66, 0xc7, 0xf0, 0xf4, 0x62, 0xee, 0xed, 0xd9, 0xd1, 0xf2, 0xd4, 0x6b, 0xdc, 0x10, 0xe4, 0xe2,
		0x41, 0x67, 0xc4, 0x87, 0x5c, 0xf2, 0xf7, 0xa2, 0x29, 0x7d, 0xa0, 0x2b, 0x8f, 0x4b, 0xa8, 0xe0,
	};
	u8 digest[32];
	sm3_of_short((const u8 *)"abc", 3, digest);
	return memcmp(digest, expected, sizeof digest) == 0;
}
