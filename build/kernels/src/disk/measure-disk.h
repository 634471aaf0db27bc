#pragma once

/* disk.seqread, disk.seqwrite: 1 MiB blocks in order; the figure is bytes a second. */
void measure_sequential(void);

/* disk.randread, disk.randwrite: 4 KiB blocks anywhere; the figure is transfers a second. */
void measure_random(void);
