#pragma once

/* mem.latency: nanoseconds of one dependent load in a working set of one size. */
void measure_latency(void);

/* mem.cache: the same over sizes from 4 KiB to beyond the caches, and how large the cache really is. */
void measure_cache(void);
