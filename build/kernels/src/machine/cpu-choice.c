#include "cpu-choice.h"
#include "cpu-class.h"
#include "cpu-set.h"
#include "facts-file.h"
#include "../failure.h"
#include "../options.h"

static struct cpu_choice usable;
static struct cpu_choice chosen;

static void narrow_by_options(struct cpu_set *set);
static int is_first_of_core(int cpu, const struct cpu_set *set);

const struct cpu_choice *usable_cpus(void) {
	if (usable.count > 0) return &usable;
	struct cpu_set set;
	allowed_cpus(&set);
	usable.classes = classify_cpus(&set);
	narrow_by_options(&set);
	/* Best class first. */
	for (u32 class = 0; class < usable.classes; class ++) {
		if (was_given(OPTION_CLASS) && class != options.class_index) continue;
		for (u32 cpu = 0; cpu < MOST_CPUS; cpu++) {
			if (!cpu_in(&set, cpu) || class_of_cpu(cpu) != class) continue;
			if (options.workers == WORKERS_CORES && !is_first_of_core((int)cpu, &set)) continue;
			usable.cpus[usable.count++] = (int)cpu;
		}
	}
	if (usable.count == 0) fail(EXIT_UNSUPPORTED, "no processor is left by the affinity mask and the options");
	return &usable;
}

const struct cpu_choice *choose_cpus(void) {
	if (chosen.count > 0) return &chosen;
	const struct cpu_choice *all = usable_cpus();
	chosen = *all;
	if (options.workers >= WORKERS_CORES) return &chosen;
	if (options.workers > all->count) {
		fail_with(EXIT_UNSUPPORTED, "fewer processors than workers", options.workers, all->count);
	}
	chosen.count = options.workers;
	return &chosen;
}

static void narrow_by_options(struct cpu_set *set) {
	struct cpu_set wanted;
	if (was_given(OPTION_CPUS)) {
		if (!read_cpu_list(options.cpus, &wanted)) fail(EXIT_USAGE, "--cpus takes a list such as 0-3,8");
		keep_common_cpus(set, &wanted);
	}
	if (was_given(OPTION_CPU_NODE)) {
		static char text[4096];
		const char *path = numbered_path("/sys/devices/system/node/node", options.cpu_node, "/cpulist");
		if (!read_facts(path, text, sizeof text) || !read_cpu_list(text, &wanted)) {
			fail(EXIT_UNSUPPORTED, "there is no such NUMA node with processors");
		}
		keep_common_cpus(set, &wanted);
	}
}

/* Of the hardware threads of one core that are in the set, the one with the lowest number. */
static int is_first_of_core(int cpu, const struct cpu_set *set) {
	static char text[4096];
	struct cpu_set siblings;
	const char *path = numbered_path("/sys/devices/system/cpu/cpu", (u64)cpu, "/topology/thread_siblings_list");
	if (!read_facts(path, text, sizeof text) || !read_cpu_list(text, &siblings)) return 1;
	for (u32 other = 0; other < (u32)cpu; other++) {
		if (cpu_in(&siblings, other) && cpu_in(set, other)) return 0;
	}
	return 1;
}
