/* Classes of unequal processors: by cpu_capacity, else by maximum frequency, else by the part number of an arm64 core.
 */
#pragma once

#include "cpu-set.h"

/* Sorts the processors of the set into classes, the best one is 0; answers how many there are. */
u32 classify_cpus(const struct cpu_set *set);

u32 class_of_cpu(u32 cpu);
