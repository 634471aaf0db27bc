/* Sets of processors by number. */
#pragma once

#include "types.h"

enum {
	MOST_CPUS = 4096
};

struct cpu_set {
	u64 words[MOST_CPUS / 64];
};

static inline int cpu_in(const struct cpu_set *set, u32 cpu) {
	return cpu < MOST_CPUS && (set->words[cpu / 64] >> (cpu % 64) & 1) != 0;
}

static inline void add_cpu(struct cpu_set *set, u32 cpu) {
	if (cpu < MOST_CPUS) set->words[cpu / 64] |= 1ul << (cpu % 64);
}

/* What the affinity mask and the cpuset of this process leave. */
void allowed_cpus(struct cpu_set *set);

/* Reads "0-3,8". Answers 0 when the text is not such a list. */
int read_cpu_list(const char *text, struct cpu_set *set);

void keep_common_cpus(struct cpu_set *set, const struct cpu_set *other);
