/* What the kernel says about memory. */
#pragma once

#include "types.h"

/* Bytes that can be used without swapping, 0 when unknown. */
u64 available_memory(void);

/* Size of a transparent huge page, 0 when this kernel has none. */
u64 huge_page_bytes(void);

/* "always", "madvise", "never" or "unknown". */
const char *huge_page_mode(void);

/* Bytes of this process that lie in transparent huge pages. */
u64 huge_bytes_in_use(void);
