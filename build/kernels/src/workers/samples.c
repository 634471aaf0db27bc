#include "samples.h"
#include "memory.h"
#include "../failure.h"
#include "../options.h"
#include "../order.h"
#include "../report.h"
#include "text.h"

struct samples *new_samples(void) { return map_shared(sizeof(struct samples)); }

static double in_unit(const char *unit, double nanoseconds) {
	return nanoseconds / (text_equal(unit, "us") ? 1e3 : 1e6);
}

static u64 kept(const struct samples *samples) { return samples->count < MOST_SAMPLES ? samples->count : MOST_SAMPLES; }

void report_percentiles(const char *unit, struct samples *samples) {
	sort_durations(samples->nanoseconds, kept(samples));
	const double p50 = median_duration(samples->nanoseconds, kept(samples));
	const double p99 = (double)percentile(samples->nanoseconds, kept(samples), 99);
	report_also((struct figure){"p50", unit, "lower", in_unit(unit, p50)});
	report_also((struct figure){"p99", unit, "lower", in_unit(unit, p99)});
}

void report_samples(const char *unit, struct samples *samples, const int *cpus, u32 cpu_count) {
	if (samples->count == 0) fail(EXIT_SYSTEM, "no call ended within the window");
	sort_durations(samples->nanoseconds, kept(samples));
	const double p50 = in_unit(unit, median_duration(samples->nanoseconds, kept(samples)));
	begin_report((struct figure){options.kernel, unit, "lower", p50});
	report_number("seconds", (double)samples->sum * 1e-9);
	report_count("workers", cpu_count);
	report_count("checksum", samples->count);
	report_cpus(cpus, cpu_count);
	report_workers(&p50, 1);
	begin_also();
	report_percentiles(unit, samples);
	report_also((struct figure){"mean", unit, "lower", in_unit(unit, (double)samples->sum / (double)samples->count)});
	end_also();
	end_report();
}
