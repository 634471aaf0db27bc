#include "measure-cpu.h"
#include "simd.h"
#include "../failure.h"
#include "../machine/cpu-choice.h"
#include "../machine/quota.h"
#include "../options.h"
#include "../report.h"
#include "../workers/memory.h"
#include "../workers/workers.h"
#include "system.h"
#include "text.h"

struct result {
	double rate;
	i64 duration;
	u64 units;
};

struct shared {
	const struct unit *unit;
	struct result results[];
};

static void measure(const struct unit *unit, const char *isa);
static void work_for_window(const struct worker *self, void *memory);
static void report(const struct shared *shared, const struct cpu_choice *choice, const char *isa);

void measure_cpu(void) { measure(find_unit(options.kernel), NULL); }

void measure_simd(void) {
	static struct unit unit;
	const struct simd *variant = simd_variants;
	while (variant->isa != NULL && was_given(OPTION_ISA) && !text_equal(variant->isa, options.isa)) variant++;
	while (variant->isa != NULL && !was_given(OPTION_ISA) && !variant->is_usable()) variant++;
	if (variant->isa == NULL || !variant->is_usable()) {
		fail(EXIT_UNSUPPORTED, "this processor or kernel lacks a vector instruction set that this program knows");
	}
	unit = *find_unit("cpu.matmul");
	unit.kernel = options.kernel;
	unit.work = variant->work;
	/* The packed columns lie behind the three matrices. */
	unit.bytes += 65536;
	measure(&unit, variant->isa);
}

static void measure(const struct unit *unit, const char *isa) {
	const struct cpu_choice *choice = choose_cpus();
	struct shared *shared = map_shared(sizeof *shared + choice->count * sizeof(struct result));
	shared->unit = unit;
	if (unit->prepare != NULL) unit->prepare();
	if (unit->known_answer != NULL && !unit->known_answer()) {
		fail(EXIT_WRONG_ANSWER, "the known-answer test of the standard failed");
	}
	run_workers(choice->count, choice->cpus, work_for_window, shared);
	report(shared, choice, isa);
}

static void work_for_window(const struct worker *self, void *memory) {
	struct shared *shared = memory;
	const struct unit *unit = shared->unit;
	struct result *result = &shared->results[self->index];
	u8 *set = map_memory(unit->bytes, PAGES_DEFAULT);
	/* One unit before the window: touches the memory and wakes the clock up. */
	if (run_unit(unit, set, 0) != unit->expected) fail(EXIT_WRONG_ANSWER, "wrong checksum before the window");
	wait_for_all(self);
	const i64 begin = monotonic_now();
	i64 now = begin;
	while (now - begin < options.window) {
		const u32 checksum = run_unit(unit, set, options.corrupt);
		if (checksum != unit->expected) {
			fail_with(EXIT_WRONG_ANSWER, "wrong checksum of a unit of work", unit->expected, checksum);
		}
		result->units++;
		now = monotonic_now();
	}
	result->duration = now - begin;
	result->rate = (double)result->units * unit->amount / ((double)result->duration * 1e-9);
}

static void report(const struct shared *shared, const struct cpu_choice *choice, const char *isa) {
	double *rates = map_shared(choice->count * sizeof *rates);
	double sum = 0;
	i64 longest = 0;
	for (u32 i = 0; i < choice->count; i++) {
		rates[i] = shared->results[i].rate;
		sum += rates[i];
		if (shared->results[i].duration > longest) longest = shared->results[i].duration;
	}
	if (has_cpu_quota_below(choice->count)) flag("cpu-quota");
	begin_report((struct figure){options.kernel, shared->unit->unit, "higher", sum});
	report_number("seconds", (double)longest * 1e-9);
	report_count("workers", choice->count);
	report_count("checksum", shared->unit->expected);
	report_cpus(choice->cpus, choice->count);
	report_workers(rates, choice->count);
	report_count("classes", choice->classes);
	if (isa != NULL) report_text("isa", isa);
	end_report();
}
