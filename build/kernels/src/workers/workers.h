/*
 * Workers: processes pinned to one processor each, started together, every wait with a deadline.
 * The process that calls run_workers only waits. When a worker fails, the whole run fails with its message.
 */
#pragma once

#include "types.h"

struct worker {
	u32 index;
	int cpu;
	u32 count;
};

typedef void (*worker_function)(const struct worker *self, void *shared);

/* Starts the clock of --deadline for the whole run. */
void start_deadline(void);

/* Whether --deadline has passed. */
int is_overdue(void);

/* Runs worker i on cpus[i]; comes back when all have ended well. `shared` must come from map_shared. */
void run_workers(u32 count, const int *cpus, worker_function work, void *shared);

/* Waits until every worker of this run has come here. */
void wait_for_all(const struct worker *self);

/* Pins this process to one processor. */
void pin_to(int cpu);

/* Lets this process run on every processor the options leave, for what must not be pinned. */
void unpin(void);

/* A child of this process, which dies with it. Answers 0 in the child. */
long fork_child(void);

/* Waits for one child of ours; ends the run when it was killed or overdue. Answers its exit code. */
int wait_for_child(long process);
