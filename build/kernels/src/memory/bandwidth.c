#include "bandwidth.h"
#include "array-size.h"
#include "stream-operations.h"
#include "../failure.h"
#include "../machine/memory-facts.h"
#include "../machine/quota.h"
#include "../options.h"
#include "../order.h"
#include "../report.h"
#include "../workers/memory.h"
#include "../workers/workers.h"
#include "start.h"
#include "system.h"
#include "text.h"

/* The first pass is not counted; ten more are the least; the half-sized ones come at the end. */
enum {
	MOST_PASSES = 4096,
	LEAST_PASSES = 11,
	HALF_PASSES = 7
};

struct plan {
	enum operation first;
	enum operation last;
	u64 array_bytes;
	enum pages pages;
	u32 passes;
	u32 stop;
	u64 huge_bytes;
	i64 window;
	i64 durations[OPERATIONS][MOST_PASSES];
	i64 half_durations[HALF_PASSES];
	/* Nanoseconds each worker was at work, for its own rate. */
	i64 busy[];
};

static void measure(enum operation first, enum operation last);
static void stream(const struct worker *self, void *memory);
static void report(struct plan *plan, const struct cpu_choice *choice, struct array_size size);

void measure_one_operation(void) {
	enum operation operation = COPY;
	while (!text_equal(operation_names[operation], options.kernel + sizeof "mem." - 1)) operation++;
	measure(operation, operation);
}

void measure_all_operations(void) { measure(COPY, TRIAD); }

static void measure(enum operation first, enum operation last) {
	const struct cpu_choice *choice = choose_cpus();
	const struct array_size size = choose_array_size(choice);
	struct plan *plan = map_shared(sizeof *plan + choice->count * sizeof plan->busy[0]);
	plan->first = first;
	plan->last = last;
	plan->array_bytes = size.bytes / choice->count;
	plan->pages = wanted_pages();
	run_workers(choice->count, choice->cpus, stream, plan);
	report(plan, choice, size);
}

static struct arrays map_arrays(const struct plan *plan) {
	const struct arrays arrays = {
		.a = map_memory(plan->array_bytes, plan->pages),
		.b = map_memory(plan->array_bytes, plan->pages),
		.c = map_memory(plan->array_bytes, plan->pages),
		.length = plan->array_bytes / sizeof(double),
	};
	/* First touch: the pages come from the memory next to this worker's processor. */
	fill_arrays(&arrays);
	return arrays;
}

/* All workers do the same operation at the same time; the first one takes the time from barrier to barrier. */
static i64 timed_operation(const struct worker *self, enum operation operation, const struct arrays *arrays,
						   size_t length, i64 *busy) {
	wait_for_all(self);
	const i64 begin = monotonic_now();
	run_operation(operation, arrays, length);
	*busy += monotonic_now() - begin;
	wait_for_all(self);
	return monotonic_now() - begin;
}

static void check(const struct arrays *arrays, struct element expected) {
	if (options.corrupt) ((u64 *)arrays->b)[arrays->length / 2] ^= 1;
	const size_t wrong = find_wrong_element(arrays, expected);
	if (wrong < arrays->length) {
		fail_with(EXIT_WRONG_ANSWER, "an element of an array is wrong (number of elements, first wrong one)",
				  arrays->length, wrong);
	}
}

static void stream(const struct worker *self, void *memory) {
	struct plan *plan = memory;
	const struct arrays arrays = map_arrays(plan);
	struct element expected = first_element();
	if (self->index == 0) plan->huge_bytes = huge_bytes_in_use();
	/* Others may still be touching their pages. */
	wait_for_all(self);
	const i64 begin = monotonic_now();
	for (u32 pass = 0; plan->stop == 0; pass++) {
		for (enum operation operation = plan->first; operation <= plan->last; operation++) {
			i64 busy = 0;
			const i64 duration = timed_operation(self, operation, &arrays, arrays.length, &busy);
			apply_operation(operation, &expected);
			if (pass > 0) plan->busy[self->index] += busy;
			if (self->index == 0) plan->durations[operation][pass] = duration;
		}
		if (self->index == 0) {
			plan->passes = pass + 1;
			const int over = monotonic_now() - begin >= options.window && pass + 1 >= LEAST_PASSES;
			if (over || pass + 1 == MOST_PASSES) __atomic_store_n(&plan->stop, 1, __ATOMIC_SEQ_CST);
			plan->window = monotonic_now() - begin;
		}
		wait_for_all(self);
	}
	/* The last operation once more changes nothing, so it can be repeated on half of each array. */
	for (u32 pass = 0; pass < HALF_PASSES; pass++) {
		i64 busy = 0;
		const i64 duration = timed_operation(self, plan->last, &arrays, arrays.length / 2, &busy);
		if (self->index == 0) plan->half_durations[pass] = duration;
	}
	check(&arrays, expected);
}

/* Bytes per second in the middle of the passes (the first one left out), or in the best one. */
static double rate(struct plan *plan, enum operation operation, u64 bytes, int best) {
	i64 *durations = plan->durations[operation] + 1;
	const u32 count = plan->passes - 1;
	sort_durations(durations, count);
	const double duration = best ? (double)durations[0] : median_duration(durations, count);
	return (double)(bytes * arrays_touched(operation)) / (duration * 1e-9);
}

static double half_ratio(struct plan *plan, u64 bytes, double full_rate) {
	sort_durations(plan->half_durations, HALF_PASSES);
	const double duration = median_duration(plan->half_durations, HALF_PASSES);
	return (double)(bytes / 2 * arrays_touched(plan->last)) / (duration * 1e-9) / full_rate;
}

static const char *metric_name(enum operation operation, int is_small) {
	static const char *const names[OPERATIONS] = {"mem.copy", "mem.scale", "mem.add", "mem.triad"};
	static const char *const cached[OPERATIONS] = {"mem.copy.cached", "mem.scale.cached", "mem.add.cached",
												   "mem.triad.cached"};
	return is_small ? cached[operation] : names[operation];
}

static void report_operations(struct plan *plan, u64 bytes) {
	static const char *const best[OPERATIONS] = {"copy.best", "scale.best", "add.best", "triad.best"};
	begin_also();
	for (enum operation operation = plan->first; operation <= plan->last; operation++) {
		const double median = rate(plan, operation, bytes, 0);
		report_also((struct figure){operation_names[operation], "By/s", "higher", median});
		report_also((struct figure){best[operation], "By/s", "higher", rate(plan, operation, bytes, 1)});
	}
	end_also();
}

static void report(struct plan *plan, const struct cpu_choice *choice, struct array_size size) {
	const double value = rate(plan, plan->last, size.bytes, 0);
	const double half = half_ratio(plan, size.bytes, value);
	double *rates = map_shared(choice->count * sizeof *rates);
	u64 arrays = 0;
	for (enum operation operation = plan->first; operation <= plan->last; operation++)
		arrays += arrays_touched(operation);
	for (u32 i = 0; i < choice->count; i++) {
		rates[i] = (double)(plan->array_bytes * arrays * (plan->passes - 1)) / ((double)plan->busy[i] * 1e-9);
	}
	if (half < 0.95 || half > 1.05) flag("size-dependent");
	if (plan->pages == PAGES_HUGE && plan->huge_bytes < plan->array_bytes * 3 / 10 * 9) {
		fail(EXIT_UNSUPPORTED, "the kernel gave too few huge pages");
	}
	if (has_cpu_quota_below(choice->count)) flag("cpu-quota");
	begin_report((struct figure){metric_name(plan->last, size.is_small), "By/s", "higher", value});
	report_number("seconds", (double)plan->window * 1e-9);
	report_count("workers", choice->count);
	report_count("checksum", plan->passes);
	report_cpus(choice->cpus, choice->count);
	report_workers(rates, choice->count);
	report_operations(plan, size.bytes);
	report_count("arrayBytes", size.bytes);
	report_count("passes", plan->passes);
	report_count("llcBytes", size.last_level);
	report_text("llcSource", size.last_level_source);
	report_number("halfRatio", half);
	report_text("pages", options.pages);
	report_text("transparentHugepage", huge_page_mode());
	report_count("hugeBytes", plan->huge_bytes);
	report_count("pageBytes", auxiliary_value(AT_PAGESZ));
	end_report();
}
