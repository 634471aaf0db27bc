/* The lines of JSON that the engine reads. */
#pragma once

#include "output.h"

enum cause { CAUSE_EXIT, CAUSE_DEADLINE, CAUSE_STOP, CAUSE_ENGINE, CAUSE_MEMORY, CAUSE_PROCESSES };

struct time_value {
	i64 seconds, microseconds;
};

/* struct rusage of the kernel. */
struct usage {
	struct time_value user, system;
	i64 max_rss_kib;
	i64 others[13];
};

struct ending {
	enum cause cause;
	/* As wait4 gives it. */
	int status;
	i64 duration_ns;
	struct usage usage;
	/* Living processes that outlived the main one and were ended; that were kept; that could not be ended. */
	u64 strays, kept, unkillable;
};

/* From now on every line names this slot of the nursery; 0: none. */
void set_report_slot(u32 slot);

void report_started(long process);
void report_failed(const char *what, long error);
void report_progress(const struct output outputs[2]);
/* As soon as the main process ended: before strays are ended. */
void report_exited(const struct ending *ending, const struct output outputs[2]);
/* A slot's supervisor has gone, with this wait status. */
void report_closed(u32 slot, int status);
void report_ended(const struct ending *ending, const struct output outputs[2]);
