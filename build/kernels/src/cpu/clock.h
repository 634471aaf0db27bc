#pragma once

/* cpu.clock: the clock rate as a chain of additions sees it, one for each cycle on every processor we know. */
void measure_clock(void);
