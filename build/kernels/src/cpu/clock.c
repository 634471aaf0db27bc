#include "clock.h"
#include "../failure.h"
#include "../machine/cpu-choice.h"
#include "../options.h"
#include "../report.h"
#include "../workers/memory.h"
#include "../workers/workers.h"
#include "system.h"

enum {
	ADDITIONS_PER_LOOK = 1 << 20
};

struct clock {
	u64 additions;
	i64 duration;
};

/* The summand is a register: some processors add constants without taking a cycle. */
#define ADD \
	sum += summand; \
	OPAQUE(sum);
#define ADD_8 ADD ADD ADD ADD ADD ADD ADD ADD
#define ADD_64 ADD_8 ADD_8 ADD_8 ADD_8 ADD_8 ADD_8 ADD_8 ADD_8

static NOINLINE u64 add_again_and_again(u64 sum, u64 summand) {
	for (u32 i = 0; i < ADDITIONS_PER_LOOK; i += 64) {
		ADD_64
	}
	return sum;
}

static void count_for_window(const struct worker *self, void *memory) {
	struct clock *clock = memory;
	u64 summand = 3;
	u64 sum = self->index;
	OPAQUE(summand);
	add_again_and_again(0, summand);
	const i64 begin = monotonic_now();
	i64 now = begin;
	while (now - begin < options.window) {
		sum = add_again_and_again(sum, summand);
		clock->additions += ADDITIONS_PER_LOOK;
		now = monotonic_now();
	}
	clock->duration = now - begin;
	if (options.corrupt) sum ^= 1;
	const u64 expected = self->index + 3 * clock->additions;
	if (sum != expected) fail_with(EXIT_WRONG_ANSWER, "the sum is wrong", expected, sum);
}

void measure_clock(void) {
	const struct cpu_choice *choice = choose_cpus();
	struct clock *clock = map_shared(sizeof *clock);
	run_workers(1, choice->cpus, count_for_window, clock);
	const double seconds = (double)clock->duration * 1e-9;
	const double rate = (double)clock->additions / seconds;
	begin_report((struct figure){"cpu.clock", "Hz", "higher", rate});
	report_number("seconds", seconds);
	report_count("workers", 1);
	report_count("checksum", clock->additions);
	report_cpus(choice->cpus, 1);
	report_workers(&rate, 1);
	end_report();
}
