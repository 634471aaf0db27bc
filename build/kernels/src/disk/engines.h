/* Two ways to keep requests in flight. */
#pragma once

#include "../workers/workers.h"

/* Whether this kernel has Linux AIO (qemu-user and some sandboxes do not). */
int has_aio(void);

/* One worker with `depth` asynchronous requests. `memory` is a struct transfer. */
void transfer_by_aio(const struct worker *self, void *memory);

/* One worker with one blocking request at a time. */
void transfer_by_blocking(const struct worker *self, void *memory);
