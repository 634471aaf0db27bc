/* What the two engines share: what to transfer, for how long, and what came of it. */
#pragma once

#include "../workers/samples.h"

enum {
	MOST_DEPTH = 256,
	REMEMBERED = 64
};

struct transfer {
	int fd;
	u64 file_bytes;
	u64 block_bytes;
	int is_random;
	int writes;
	/* Requests that each worker keeps in flight. */
	u32 depth;
	/* The next block of a sequential transfer; all workers draw from it. */
	u64 next;
	i64 begin;
	i64 end;
	struct samples *samples;
};

/* Offset of the next block. `random` is the worker's own state. */
u64 next_offset(struct transfer *transfer, u64 *random);

/* Checks a finished request, remembers its duration. Answers whether the window is still open. */
int finish_request(struct transfer *transfer, u8 *buffer, u64 offset, i64 started, long answer);

/* Reads back what a worker wrote last. */
void check_written(const struct transfer *transfer, u8 *buffer, const u64 *offsets, u64 count);
