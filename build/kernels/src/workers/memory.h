/* Memory of a worker, straight from the kernel. */
#pragma once

#include "types.h"

enum pages {
	PAGES_DEFAULT,
	PAGES_HUGE,
};

/* What --pages asks for. */
enum pages wanted_pages(void);

/*
 * Private zero-filled memory at an address that is a multiple of 2 MiB (of a huge page, when those are wanted).
 * Honours --memory-node. No page is touched yet.
 */
void *map_memory(size_t bytes, enum pages pages);

/* Memory that forks share. */
void *map_shared(size_t bytes);
