#include "latency.h"
#include "chase.h"
#include "../failure.h"
#include "../machine/caches.h"
#include "../machine/cpu-choice.h"
#include "../machine/memory-facts.h"
#include "../options.h"
#include "../report.h"
#include "../workers/memory.h"
#include "../workers/workers.h"
#include "start.h"
#include "system.h"
#include "text.h"

struct latency {
	u64 bytes;
	u64 steps;
	u64 huge_bytes;
	i64 duration;
	double nanoseconds;
};

static u64 choose_size(const struct cpu_choice *choice);
static void chase_once(const struct worker *self, void *memory);
static void report(const struct latency *latency, const struct cpu_choice *choice);

void measure_latency(void) {
	const struct cpu_choice *choice = choose_cpus();
	struct latency *latency = map_shared(sizeof *latency);
	latency->bytes = choose_size(choice);
	run_workers(1, choice->cpus, chase_once, latency);
	report(latency, choice);
}

static u64 known_or_unsupported(u64 bytes) {
	if (bytes == 0) fail(EXIT_UNSUPPORTED, "the size of this cache is not known on this machine");
	return bytes;
}

/* Large enough that the last-level cache holds a quarter at most; and at most a quarter of the free memory. */
static u64 memory_size(const struct cpu_choice *choice) {
	const char *source = NULL;
	const u64 last_level = last_level_cache(choice->cpus, 1, &source);
	const u64 wanted = 4 * last_level > 256ul << 20 ? 4 * last_level : 256ul << 20;
	const u64 available = available_memory();
	if (available > 0 && wanted > available / 4) {
		fail_with(EXIT_UNSUPPORTED, "too little free memory for a working set that exceeds the cache", wanted,
				  available / 4);
	}
	return wanted;
}

static u64 choose_size(const struct cpu_choice *choice) {
	const char *size = options.size;
	u64 bytes = 0;
	if (was_given(OPTION_BYTES) == was_given(OPTION_SIZE)) fail(EXIT_USAGE, "give either --bytes or --size");
	if (was_given(OPTION_BYTES)) {
		bytes = options.bytes;
	} else if (text_equal(size, "l1")) {
		bytes = known_or_unsupported(cache_bytes(choice->cpus[0], 1)) / 2;
	} else if (text_equal(size, "l2")) {
		bytes = known_or_unsupported(cache_bytes(choice->cpus[0], 2)) / 2;
	} else if (text_equal(size, "llc")) {
		bytes = known_or_unsupported(was_given(OPTION_LLC) ? options.llc : last_level_bytes(choice->cpus[0])) / 2;
	} else if (text_equal(size, "memory")) {
		bytes = memory_size(choice);
	} else {
		fail(EXIT_USAGE, "--size takes l1, l2, llc or memory");
	}
	if (bytes < 4096) fail(EXIT_USAGE, "a working set has at least 4096 bytes");
	return bytes - bytes % 4096;
}

static void chase_once(const struct worker *self, void *memory) {
	struct latency *latency = memory;
	struct chase chase;
	const enum pages pages = wanted_pages();
	u8 *set = map_memory(latency->bytes, pages);
	build_chase(&chase, set, latency->bytes, (u64)monotonic_now());
	latency->huge_bytes = huge_bytes_in_use();
	if (pages == PAGES_HUGE && latency->huge_bytes < latency->bytes / 10 * 9) {
		fail_with(EXIT_UNSUPPORTED, "the kernel gave too few huge pages", latency->bytes, latency->huge_bytes);
	}
	latency->nanoseconds = time_chase(&chase, options.window, &latency->duration);
	latency->steps = chase.steps;
	check_chase(&chase);
	(void)self;
}

static void report(const struct latency *latency, const struct cpu_choice *choice) {
	begin_report((struct figure){"mem.latency", "ns", "lower", latency->nanoseconds});
	report_number("seconds", (double)latency->duration * 1e-9);
	report_count("workers", 1);
	report_count("checksum", latency->steps);
	report_cpus(choice->cpus, 1);
	report_workers(&latency->nanoseconds, 1);
	report_count("bytes", latency->bytes);
	report_text("size", was_given(OPTION_SIZE) ? options.size : "bytes");
	report_text("pages", options.pages);
	report_text("transparentHugepage", huge_page_mode());
	report_count("hugeBytes", latency->huge_bytes);
	report_count("pageBytes", auxiliary_value(AT_PAGESZ));
	end_report();
}
