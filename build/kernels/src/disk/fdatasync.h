#pragma once

/*
 * disk.fdatasync.overwrite, disk.fdatasync.fresh: 4 KiB written, then only the flush to the device is timed.
 * Overwriting written blocks and filling reserved ones differ by a commit of the file system's journal: two metrics,
 * never mixed.
 */
void measure_fdatasync(void);
