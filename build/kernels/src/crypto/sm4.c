#include "sm4.h"
#include "bytes.h"
#include "../cpu/blocks.h"
#include "../cpu/crc32.h"
#include "../random.h"

static u8 substitutes[256];
static u32 table[256];

static u32 load(const u8 *bytes) {
	u32 word;
	__builtin_memcpy(&word, bytes, sizeof word);
	return __builtin_bswap32(word);
}

static void store(u8 *bytes, u32 word) {
	word = __builtin_bswap32(word);
	__builtin_memcpy(bytes, &word, sizeof word);
}

/* Product in GF(2^8) modulo x^8 + x^7 + x^6 + x^5 + x^4 + x^2 + 1. */
static u32 multiply(u32 a, u32 b) {
	u32 product = 0;
	for (; b != 0; b >>= 1, a = (a << 1) ^ ((a & 0x80) != 0 ? 0x1f5 : 0)) {
		if ((b & 1) != 0) product ^= a;
	}
	return product;
}

static u32 invert(u32 a) {
	u32 power = 1;
	/* a^254 = 1 / a, and 0 stays 0. */
	for (int i = 0; i < 254; i++) power = multiply(power, a);
	return power;
}

/* The affine map on both sides of the S-box's inversion: bit i contributes 0xcb turned by i, then 0xd3 is added. */
static u32 map_affine(u32 a) {
	u32 mapped = 0;
	for (u32 bit = 0; bit < 8; bit++) {
		const u32 mask = (0xcbu << bit | 0xcbu >> (8 - bit)) & 0xff;
		if ((a >> bit & 1) != 0) mapped ^= mask;
	}
	return mapped ^ 0xd3;
}

void prepare_sm4(void) {
	for (u32 i = 0; i < 256; i++) {
		const u32 s = map_affine(invert(map_affine(i)));
		const u32 b = s << 24;
		substitutes[i] = (u8)s;
		table[i] = b ^ rotate_left(b, 2) ^ rotate_left(b, 10) ^ rotate_left(b, 18) ^ rotate_left(b, 24);
	}
}

static inline u32 mix(u32 word) {
	return table[word >> 24] ^ rotate_left(table[word >> 16 & 0xff], 24) ^ rotate_left(table[word >> 8 & 0xff], 16) ^
		   rotate_left(table[word & 0xff], 8);
}

static u32 mix_key(u32 word) {
	u32 b = 0;
	for (int shift = 24; shift >= 0; shift -= 8) b |= (u32)substitutes[word >> shift & 0xff] << shift;
	return b ^ rotate_left(b, 13) ^ rotate_left(b, 23);
}

void sm4_expand_key(struct sm4_key *key, const u8 bytes[16]) {
	static const u32 family[4] = {0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc};
	u32 k[36];
	for (int i = 0; i < 4; i++) k[i] = load(bytes + 4 * i) ^ family[i];
	for (u32 i = 0; i < 32; i++) {
		u32 constant = 0;
		for (u32 j = 0; j < 4; j++) constant = constant << 8 | ((4 * i + j) * 7 & 0xff);
		k[i + 4] = k[i] ^ mix_key(k[i + 1] ^ k[i + 2] ^ k[i + 3] ^ constant);
		key->rounds[i] = k[i + 4];
	}
}

void sm4_encrypt_block(const struct sm4_key *key, const u8 in[16], u8 out[16]) {
	u32 a = load(in), b = load(in + 4), c = load(in + 8), d = load(in + 12);
	for (int i = 0; i < 32; i += 4) {
		a ^= mix(b ^ c ^ d ^ key->rounds[i]);
		b ^= mix(c ^ d ^ a ^ key->rounds[i + 1]);
		c ^= mix(d ^ a ^ b ^ key->rounds[i + 2]);
		d ^= mix(a ^ b ^ c ^ key->rounds[i + 3]);
	}
	store(out, d), store(out + 4, c), store(out + 8, b), store(out + 12, a);
}

/* Counter mode over the whole text, in place. */
NOINLINE u32 work_sm4(u8 *memory, u32 seed) {
	u8 counter[16] = {0};
	u8 pad[16];
	struct sm4_key key;
	store(counter, seed);
	sm4_expand_key(&key, memory);
	for (u32 at = 0; at < CIPHER_BYTES; at += 16) {
		store(counter + 12, at / 16);
		sm4_encrypt_block(&key, counter, pad);
		for (u32 i = 0; i < 16; i++) memory[at + i] ^= pad[i];
	}
	return crc32(seed, memory, CIPHER_BYTES);
}

/* GB/T 32907-2016, annex A.1: key and plain text are the same. */
int sm4_known_answer(void) {
	static const u8 plain[16] = {
		0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef, 0xfe, 0xdc, 0xba, 0x98, 0x76, 0x54, 0x32, 0x10,
	};
	static const u8 expected[16] = {
		0x68, 0x1e, 0xdf, 0x34, 0xd2, 0x06, 0x96, 0x5e, 0x86, 0xb3, 0xe9, 0x4f, 0x53, 0x6e, 0x42, 0x46,
	};
	struct sm4_key key;
	u8 out[16];
	prepare_sm4();
	sm4_expand_key(&key, plain);
	sm4_encrypt_block(&key, plain, out);
	return memcmp(out, expected, sizeof out) == 0;
}
