/* cpu.int: 32-bit integer work in 16 KiB: table look-ups, hash inserts, divisions, bit tricks. */
#include "blocks.h"
#include "crc32.h"
#include "../random.h"

enum {
	TEXT_BYTES = 8192,
	SLOTS = 2048,
	KEYS = 1400,
	PAIRS = 300,
	MIXES = 2000
};

void fill_integer(u8 *memory, u32 seed) {
	u32 state = random_state(seed, 1);
	u32 *words = (u32 *)memory;
	for (size_t i = 0; i < TEXT_BYTES / 4; i++) words[i] = next_random(&state);
}

static u32 insert_keys(const u32 *keys, u32 *table) {
	for (size_t i = 0; i < SLOTS; i++) table[i] = 0;
	for (size_t i = 0; i < KEYS; i++) {
		const u32 key = keys[i] | 1;
		u32 slot = (key * 0x85ebca6bu) >> 21;
		while (table[slot] != 0) slot = (slot + 1) % SLOTS;
		table[slot] = key;
	}
	u32 sum = 0;
	for (size_t i = 0; i < SLOTS; i++) sum = rotate_left(sum, 5) + table[i];
	return sum;
}

static u32 sum_of_divisors(const u32 *words) {
	u32 sum = 0;
	for (size_t i = 0; i < PAIRS; i++) {
		u32 a = words[2 * i] | 1;
		u32 b = words[2 * i + 1] | 1;
		while (b != 0) {
			const u32 remainder = a % b;
			a = b;
			b = remainder;
		}
		sum += a;
	}
	return sum;
}

static u32 reverse_bits(u32 x) {
	x = ((x >> 1) & 0x55555555u) | ((x & 0x55555555u) << 1);
	x = ((x >> 2) & 0x33333333u) | ((x & 0x33333333u) << 2);
	x = ((x >> 4) & 0x0f0f0f0fu) | ((x & 0x0f0f0f0fu) << 4);
	x = ((x >> 8) & 0x00ff00ffu) | ((x & 0x00ff00ffu) << 8);
	return (x >> 16) | (x << 16);
}

NOINLINE u32 work_integer(u8 *memory, u32 seed) {
	const u32 *words = (const u32 *)memory;
	u32 sum = crc32(seed, memory, TEXT_BYTES);
	sum = rotate_left(sum, 7) + insert_keys(words, (u32 *)(memory + TEXT_BYTES));
	sum = rotate_left(sum, 11) + sum_of_divisors(words);
	u32 state = sum | 1;
	for (size_t i = 0; i < MIXES; i++) sum = rotate_left(sum ^ reverse_bits(next_random(&state)) * 0xc2b2ae35u, 13);
	return sum;
}
