/* Durations of many equal calls, shared between a worker and the coordinator. */
#pragma once

#include "types.h"

enum {
	MOST_SAMPLES = 1 << 21
};

struct samples {
	u64 count;
	i64 sum;
	i64 nanoseconds[MOST_SAMPLES];
};

/* The memory is only touched as far as samples come in. */
struct samples *new_samples(void);

static inline int is_room_for_sample(const struct samples *samples) { return samples->count < MOST_SAMPLES; }

/* Several workers may add to the same samples; those beyond the last place are counted, not kept. */
static inline void add_sample(struct samples *samples, i64 nanoseconds) {
	const u64 place = __atomic_fetch_add(&samples->count, 1, __ATOMIC_RELAXED);
	__atomic_fetch_add(&samples->sum, nanoseconds, __ATOMIC_RELAXED);
	if (place < MOST_SAMPLES) samples->nanoseconds[place] = nanoseconds;
}

/* The whole report of a kernel whose figure is the median duration; p99 and the mean go along. Unit: "us" or "ms". */
void report_samples(const char *unit, struct samples *samples, const int *cpus, u32 cpu_count);

/* p50 and p99 as "also" entries; to be called between begin_also and end_also. Sorts. */
void report_percentiles(const char *unit, struct samples *samples);
