/*
 * What stands in a file of the disk kernels: each 4 KiB block carries its own address at both ends, so that a read of
 * the wrong place, a torn write and somebody else's data are seen. Between them are pseudo-random bytes: no device can
 * compress them.
 */
#pragma once

#include "types.h"

enum {
	BLOCK_BYTES = 4096
};

/* Pseudo-random content, without addresses. */
void fill_blocks(u8 *bytes, u64 length, u64 seed);

/* Writes the addresses of all blocks of a piece of the file that begins at `offset`. */
void address_blocks(u8 *bytes, u64 length, u64 offset);

int blocks_are_right(const u8 *bytes, u64 length, u64 offset);

/* Fails, with the offset, unless all addresses are right. --corrupt flips a bit first. */
void check_blocks(u8 *bytes, u64 length, u64 offset);

/*
 * The same for at most 16 blocks of a piece, others each time: looking at all 256 of a MiB would cost a fast device a
 * tenth of its speed.
 */
void check_some_blocks(u8 *bytes, u64 length, u64 offset);
