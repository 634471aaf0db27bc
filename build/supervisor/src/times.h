/*
 * When which bytes of a stream came. Time is cut into slots; of each slot in which something came, its first byte and the
 * moment are kept. When there are too many, slots grow to twice their length: the error is never longer than one slot.
 */
#pragma once

#include "../../freestanding/types.h"

enum { MOST_ARRIVALS = 1024 };

struct arrival {
	u64 byte;
	/* Milliseconds since the beginning. */
	u64 ms;
};

struct times {
	/* The beginning: nanoseconds of the monotonic clock, milliseconds since 1970. */
	i64 began_ns, began_on_ms;
	u64 slot_ms;
	size_t count;
	struct arrival arrivals[MOST_ARRIVALS];
};

void begin_times(struct times *times, i64 began_ns);

/* The byte with this number comes now. */
void note_arrival(struct times *times, u64 byte);

/* Writes them beside the stream's own file: a hint, so what goes wrong is left out in silence. */
void write_times(const struct times *times, const char *path, u64 total, u64 head_bytes, u64 tail_bytes);
