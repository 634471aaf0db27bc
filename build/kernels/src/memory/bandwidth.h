#pragma once

/* mem.copy, mem.scale, mem.add, mem.triad: one operation over and over. */
void measure_one_operation(void);

/* mem.bandwidth: all four in turn, in one process. */
void measure_all_operations(void);
