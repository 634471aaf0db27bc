/* The blocks of the processor kernels: fill makes the input from a seed, work answers a checksum. See unit.h. */
#pragma once

#include "types.h"

/* Checksums that stand for a failed check inside a block; no right unit adds up with one of them. */
enum {
	WRONG_FERMAT = 0x0bad0001,
	WRONG_ORDER = 0x0bad0002,
	WRONG_QUEENS = 0x0bad0003,
	WRONG_LENGTH = 0x0bad0004,
	WRONG_ROUND_TRIP = 0x0bad0005,
	WRONG_SIGNATURE = 0x0bad0006,
};

void fill_integer(u8 *memory, u32 seed);
u32 work_integer(u8 *memory, u32 seed);

void fill_integer64(u8 *memory, u32 seed);
u32 work_integer64(u8 *memory, u32 seed);

void fill_branch(u8 *memory, u32 seed);
u32 work_branch(u8 *memory, u32 seed);

enum {
	BODY_PAIRS_PER_BLOCK = 300 * 28
};
void fill_bodies(u8 *memory, u32 seed);
u32 work_bodies(u8 *memory, u32 seed);

enum {
	MATRIX_SIDE = 192
};
void fill_matrices(u8 *memory, u32 seed);
u32 work_matmul(u8 *memory, u32 seed);
u32 sum_of_product(const double *product);

enum {
	LZ_BYTES = 65536
};
void fill_lz(u8 *memory, u32 seed);
u32 work_lz(u8 *memory, u32 seed);

enum {
	CIPHER_BYTES = 16384
};
void fill_cipher_text(u8 *memory, u32 seed);

void fill_sm2(u8 *memory, u32 seed);
u32 work_sm2(u8 *memory, u32 seed);
