#include "cpu-set.h"
#include "../failure.h"
#include "system.h"
#include "text.h"

void allowed_cpus(struct cpu_set *set) {
	*set = (struct cpu_set){0};
	const long answer = sys_sched_getaffinity(sizeof set->words, set->words);
	if (answer < 0) fail_system("cannot read the processors this process may use", answer);
}

int read_cpu_list(const char *text, struct cpu_set *set) {
	*set = (struct cpu_set){0};
	for (;;) {
		u64 first = 0;
		if (!read_unsigned(&text, &first)) return 0;
		u64 last = first;
		if (*text == '-') {
			text++;
			if (!read_unsigned(&text, &last)) return 0;
		}
		if (last < first || last >= MOST_CPUS) return 0;
		for (u64 cpu = first; cpu <= last; cpu++) add_cpu(set, (u32)cpu);
		if (*text == '\0') return 1;
		if (*text++ != ',') return 0;
	}
}

void keep_common_cpus(struct cpu_set *set, const struct cpu_set *other) {
	for (size_t i = 0; i < COUNT(set->words); i++) set->words[i] &= other->words[i];
}
