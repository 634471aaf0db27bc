#pragma once

/* What the program is started as by os.spawn, and its answer. */
#define SPAWNED_COMMAND "end-at-once"
enum {
	SPAWNED_EXIT = 7
};

/* os.spawn: start this program anew and wait for its end. os.fork: a copy of the process that ends at once. */
void measure_spawn(void);
void measure_fork(void);
