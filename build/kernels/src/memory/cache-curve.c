/* mem.cache: latency over the size of the working set, and from it the cache that this processor really gets. */
#include "chase.h"
#include "latency.h"
#include "../machine/caches.h"
#include "../machine/cpu-choice.h"
#include "../options.h"
#include "../report.h"
#include "../workers/memory.h"
#include "../workers/workers.h"
#include "system.h"
#include "text.h"

/* 4 KiB, 8 KiB … 256 MiB. */
enum {
	SIZES = 17,
	SMALLEST = 4096
};

struct curve {
	double nanoseconds[SIZES];
	i64 duration;
};

static void walk_all_sizes(const struct worker *self, void *memory) {
	struct curve *curve = memory;
	u8 *set = map_memory((u64)SMALLEST << (SIZES - 1), wanted_pages());
	const i64 begin = monotonic_now();
	for (u32 i = 0; i < SIZES; i++) {
		struct chase chase;
		i64 duration = 0;
		build_chase(&chase, set, (u64)SMALLEST << i, (u64)begin + i);
		curve->nanoseconds[i] = time_chase(&chase, options.window / SIZES, &duration);
		check_chase(&chase);
	}
	curve->duration = monotonic_now() - begin;
	(void)self;
}

/* The largest size that is answered in less than half the time of main memory. */
static u64 effective_cache(const struct curve *curve) {
	u64 bytes = SMALLEST;
	for (u32 i = 0; i < SIZES; i++) {
		if (curve->nanoseconds[i] < curve->nanoseconds[SIZES - 1] / 2) bytes = (u64)SMALLEST << i;
	}
	return bytes;
}

/* A larger working set must not be faster: by more than 10 % it is noise that makes the curve useless. */
static int is_monotone(const struct curve *curve) {
	for (u32 i = 1; i < SIZES; i++) {
		if (curve->nanoseconds[i] < curve->nanoseconds[i - 1] * 0.9) return 0;
	}
	return 1;
}

void measure_cache(void) {
	const struct cpu_choice *choice = choose_cpus();
	struct curve *curve = map_shared(sizeof *curve);
	run_workers(1, choice->cpus, walk_all_sizes, curve);
	const u64 effective = effective_cache(curve);
	const u64 reported = was_given(OPTION_LLC) ? options.llc : last_level_bytes(choice->cpus[0]);
	if (reported == 0) flag("cache-unknown");
	if (reported > 2 * effective || (reported > 0 && effective > 2 * reported)) flag("cache-differs");
	if (!is_monotone(curve)) flag("not-monotone");
	begin_report((struct figure){"mem.cache", "By", "higher", (double)effective});
	report_number("seconds", (double)curve->duration * 1e-9);
	report_count("workers", 1);
	report_count("checksum", SIZES);
	report_cpus(choice->cpus, 1);
	report_count("reportedBytes", reported);
	write_text(",\"points\":[");
	for (u32 i = 0; i < SIZES; i++) {
		write_text(i > 0 ? ",{\"bytes\":" : "{\"bytes\":");
		write_unsigned((u64)SMALLEST << i);
		report_number("ns", curve->nanoseconds[i]);
		write_text("}");
	}
	write_text("]");
	end_report();
}
