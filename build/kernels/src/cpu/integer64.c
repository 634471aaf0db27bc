/* cpu.int64: 64-bit multiply-high, Montgomery multiplication, shifts and rotations. */
#include "blocks.h"
#include "../random.h"

typedef unsigned __int128 u128;

/* The largest prime below 2^64. */
static const u64 prime = 0xffffffffffffffc5;

enum {
	BASES = 24,
	WORDS = 1024,
	ROUNDS = 8
};

void fill_integer64(u8 *memory, u32 seed) {
	u64 state = seed;
	u64 *words = (u64 *)memory;
	for (size_t i = 0; i < WORDS; i++) words[i] = next_random_64(&state);
}

/* -1 / prime mod 2^64 by Newton's method: each step doubles the number of right bits, and 3 are right to begin with. */
static u64 negative_inverse(u64 modulus) {
	u64 inverse = modulus;
	for (int step = 0; step < 5; step++) inverse *= 2 - modulus * inverse;
	return 0 - inverse;
}

static inline u64 montgomery_multiply(u64 a, u64 b, u64 modulus, u64 factor) {
	const u128 product = (u128)a * b;
	const u128 correction = (u128)((u64)product * factor) * modulus;
	/* The low halves cancel; they carry unless both are zero. */
	const u128 high = (product >> 64) + (correction >> 64) + ((u64)product != 0);
	return high >= modulus ? (u64)(high - modulus) : (u64)high;
}

/* Fermat: base^(prime-1) = 1 for every base that is not a multiple of the prime. */
static int check_fermat(u64 base, u64 modulus, u64 factor, u64 *trace) {
	const u64 one = 0 - modulus;
	u64 power = one;
	for (int bit = 63; bit >= 0; bit--) {
		power = montgomery_multiply(power, power, modulus, factor);
		if ((modulus - 1) >> bit & 1) power = montgomery_multiply(power, base, modulus, factor);
		*trace = rotate_left_64(*trace, 9) ^ power;
	}
	return power == one;
}

NOINLINE u32 work_integer64(u8 *memory, u32 seed) {
	u64 *words = (u64 *)memory;
	u64 modulus = prime;
	OPAQUE(modulus);
	const u64 factor = negative_inverse(modulus);
	u64 sum = seed;
	for (size_t i = 0; i < BASES; i++) {
		const u64 base = words[i] % modulus;
		if (base != 0 && !check_fermat(base, modulus, factor, &sum)) return WRONG_FERMAT;
	}
	for (size_t round = 0; round < ROUNDS; round++) {
		for (size_t i = 0; i < WORDS; i++) {
			const u128 wide = (u128)(words[i] ^ sum) * 0xd6e8feb86659fd93;
			sum = rotate_left_64((u64)(wide >> 64) ^ (u64)wide, (u32)sum & 63) + (sum >> 17);
			words[i] += sum;
		}
	}
	return (u32)(sum ^ (sum >> 32));
}
