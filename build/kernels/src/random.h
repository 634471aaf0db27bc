/* Pseudo-random numbers and small bit tools of the kernels: the same everywhere, no division, no memory. */
#pragma once

#include "types.h"

static inline u32 rotate_left(u32 value, u32 by) { return (value << (by & 31)) | (value >> ((32 - by) & 31)); }

static inline u64 rotate_left_64(u64 value, u32 by) { return (value << (by & 63)) | (value >> ((64 - by) & 63)); }

/* Marsaglia's 32-bit xorshift (13, 17, 5). The state must not be zero. */
static inline u32 next_random(u32 *state) {
	u32 x = *state;
	x ^= x << 13;
	x ^= x >> 17;
	x ^= x << 5;
	*state = x;
	return x;
}

/* Steele's splitmix64. Any state will do. */
static inline u64 next_random_64(u64 *state) {
	u64 x = *state += 0x9e3779b97f4a7c15;
	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
	x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
	return x ^ (x >> 31);
}

/* A state for next_random from a small seed. */
static inline u32 random_state(u32 seed, u32 stream) {
	const u32 state = (seed + 1) * 0x9e3779b1u ^ stream * 0x85ebca77u;
	return state != 0 ? state : 1;
}

/* A number below `limit` without a division. */
static inline u64 random_below(u64 *state, u64 limit) {
	return (u64)(((unsigned __int128)next_random_64(state) * limit) >> 64);
}
