#include "core-to-core.h"
#include "../failure.h"
#include "../machine/cpu-choice.h"
#include "../options.h"
#include "../order.h"
#include "../report.h"
#include "../workers/memory.h"
#include "../workers/workers.h"
#include "system.h"

enum {
	TRIPS_PER_LOOK = 1024,
	MOST_PAIRS = 512,
	ALL_PAIRS_UP_TO = 16
};

/* The line that travels lies alone in its neighbourhood: 128-byte lines and prefetched pairs exist. */
struct ball {
	u8 before[256];
	u64 count;
	u8 after[248];
	i64 window;
	i64 duration;
	u64 trips;
	u32 stop;
};

struct pair {
	int first;
	int second;
	double nanoseconds;
};

static struct pair pairs[MOST_PAIRS];
static u32 pair_count;

static void choose_pairs(const struct cpu_choice *choice);
static void play(const struct worker *self, void *memory);
static void report(double seconds);

void measure_core_to_core(void) {
	const struct cpu_choice *choice = usable_cpus();
	if (choice->count < 2) fail(EXIT_UNSUPPORTED, "two processors are needed");
	choose_pairs(choice);
	struct ball *ball = map_shared(sizeof *ball);
	i64 sum = 0;
	for (u32 i = 0; i < pair_count; i++) {
		*ball = (struct ball){.window = options.window / pair_count};
		const int cpus[2] = {pairs[i].first, pairs[i].second};
		run_workers(2, cpus, play, ball);
		pairs[i].nanoseconds = (double)ball->duration / (double)ball->trips;
		sum += ball->duration;
	}
	report((double)sum * 1e-9);
}

static void add_pair(int first, int second) {
	for (u32 i = 0; i < pair_count; i++) {
		if (pairs[i].first == first && pairs[i].second == second) return;
	}
	if (pair_count < MOST_PAIRS && first != second) pairs[pair_count++] = (struct pair){first, second, 0};
}

/* All pairs of few processors; of many, each with its neighbour, with the first one and with the one half-way round. */
static void choose_pairs(const struct cpu_choice *choice) {
	const u32 count = choice->count;
	for (u32 i = 0; i < count; i++) {
		if (count <= ALL_PAIRS_UP_TO) {
			for (u32 j = i + 1; j < count; j++) add_pair(choice->cpus[i], choice->cpus[j]);
			continue;
		}
		if (i + 1 < count) add_pair(choice->cpus[i], choice->cpus[i + 1]);
		add_pair(choice->cpus[0], choice->cpus[i]);
		if (i + count / 2 < count) add_pair(choice->cpus[i], choice->cpus[i + count / 2]);
	}
	if (pair_count == MOST_PAIRS) flag("pairs-limited");
}

/* Waits until the other one has added its step. Answers 0 when the game is over. */
static int await(const struct ball *ball, u64 count) {
	for (u32 spins = 1; __atomic_load_n(&ball->count, __ATOMIC_ACQUIRE) != count; spins++) {
		if (__atomic_load_n(&ball->stop, __ATOMIC_RELAXED) != 0) return 0;
		if (spins % 1048576 == 0 && is_overdue()) fail(EXIT_DEADLINE, "the other processor did not answer in time");
	}
	return 1;
}

/* The first worker makes the count odd, the second one makes it even again. */
static void play(const struct worker *self, void *memory) {
	struct ball *ball = memory;
	u64 count = 0;
	if (self->index == 1) {
		for (;; count += 2) {
			if (!await(ball, count + 1)) return;
			__atomic_store_n(&ball->count, count + 2, __ATOMIC_RELEASE);
		}
	}
	const i64 begin = monotonic_now();
	i64 now = begin;
	while (now - begin < ball->window) {
		for (u32 trip = 0; trip < TRIPS_PER_LOOK; trip++, count += 2) {
			__atomic_store_n(&ball->count, count + 1, __ATOMIC_RELEASE);
			await(ball, count + 2);
		}
		now = monotonic_now();
	}
	__atomic_store_n(&ball->stop, 1, __ATOMIC_RELEASE);
	ball->duration = now - begin;
	ball->trips = count / 2;
	if (options.corrupt) ball->count ^= 1;
	if (ball->count != 2 * ball->trips) {
		fail_with(EXIT_WRONG_ANSWER, "the shared counter is wrong", 2 * ball->trips, ball->count);
	}
}

static void report(double seconds) {
	double *sorted = map_shared(pair_count * sizeof *sorted);
	double *values = map_shared(pair_count * sizeof *values);
	int *cpus = map_shared(2 * pair_count * sizeof *cpus);
	for (u32 i = 0; i < pair_count; i++) {
		sorted[i] = values[i] = pairs[i].nanoseconds;
		cpus[2 * i] = pairs[i].first;
		cpus[2 * i + 1] = pairs[i].second;
	}
	sort_numbers(sorted, pair_count);
	begin_report((struct figure){"mem.c2c", "ns", "lower", median_number(sorted, pair_count)});
	report_number("seconds", seconds);
	report_count("workers", 2);
	report_count("checksum", pair_count);
	report_cpus(cpus, 2 * pair_count);
	report_workers(values, pair_count);
	begin_also();
	report_also((struct figure){"best", "ns", "lower", sorted[0]});
	report_also((struct figure){"worst", "ns", "lower", sorted[pair_count - 1]});
	end_also();
	end_report();
}
