/* Cache sizes from /sys. Firmware of Phytium and Loongson machines often leaves them out. */
#pragma once

#include "types.h"

/* Size in bytes of a processor's data cache (level 1) or unified cache (other levels), 0 when unknown. */
u64 cache_bytes(int cpu, u32 level);

/* Size of the highest unified cache of one processor, 0 when unknown. */
u64 last_level_bytes(int cpu);

/*
 * Size of the last-level cache behind some processors: the sum over the groups that share one.
 * --llc wins. Unknown: 32 MiB for each socket, with the flag "cache-unknown".
 */
u64 last_level_cache(const int *cpus, u32 count, const char **source);
