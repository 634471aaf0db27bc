/* The file of the disk kernels. Only a file that disk.prepare made is ever written to. */
#pragma once

#include "types.h"

struct prepared_file {
	int fd;
	u64 bytes;
};

/* disk.prepare: writes the file of --file with --bytes, every block once, to the device. */
void prepare_file(void);

/* Opens --file past the page cache; ends the run when it is not a prepared file. */
struct prepared_file open_prepared_file(int for_writing);

/* Memory that a device can transfer to and from. */
u8 *map_transfer_buffer(u64 bytes);
