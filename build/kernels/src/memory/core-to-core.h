#pragma once

/* mem.c2c: how long one cache line takes from one processor to another and back. */
void measure_core_to_core(void);
