#include "cpu-class.h"
#include "facts-file.h"

static const char *const sources[] = {
	"/cpu_capacity",
	"/cpufreq/cpuinfo_max_freq",
	"/regs/identification/midr_el1",
};
enum {
	BY_PART = 2
};

static u8 classes[MOST_CPUS];

static int read_ratings(const struct cpu_set *set, const char *source, u64 *ratings);

u32 classify_cpus(const struct cpu_set *set) {
	static u64 ratings[MOST_CPUS];
	size_t source = 0;
	while (source < COUNT(sources) && !read_ratings(set, sources[source], ratings)) source++;
	if (source == COUNT(sources)) return 1;
	u32 count = 0;
	for (;;) {
		u64 best = 0;
		for (u32 cpu = 0; cpu < MOST_CPUS; cpu++) {
			/* A part number has no order: the class of the first processor comes first. */
			if (ratings[cpu] > best && (source != BY_PART || best == 0)) best = ratings[cpu];
		}
		if (best == 0 || count == 255) return count;
		for (u32 cpu = 0; cpu < MOST_CPUS; cpu++) {
			/* Favoured cores of one class differ by a few percent of frequency. */
			const int same = source == BY_PART ? ratings[cpu] == best : ratings[cpu] > best - best / 10;
			if (ratings[cpu] == 0 || !same) continue;
			classes[cpu] = (u8)count;
			ratings[cpu] = 0;
		}
		count++;
	}
}

u32 class_of_cpu(u32 cpu) { return classes[cpu]; }

/* Every processor of the set must have the number, else it says nothing. */
static int read_ratings(const struct cpu_set *set, const char *source, u64 *ratings) {
	for (u32 cpu = 0; cpu < MOST_CPUS; cpu++) {
		ratings[cpu] = 0;
		if (!cpu_in(set, cpu)) continue;
		if (!read_fact_number(numbered_path("/sys/devices/system/cpu/cpu", cpu, source), &ratings[cpu])) return 0;
		if (ratings[cpu] == 0) return 0;
	}
	return 1;
}
