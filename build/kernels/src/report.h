/* The one JSON line of a run that has a figure. */
#pragma once

#include "types.h"

struct figure {
	const char *metric;
	/* UCUM. */
	const char *unit;
	/* "higher" or "lower": which is better. */
	const char *direction;
	double value;
};

/* Opens the line with the main figure. A value that is not a positive finite number ends the run instead. */
void begin_report(struct figure figure);

/* Further figures of the same run, together: {"also":{"p50":{"unit":…,"direction":…,"value":…}}}. */
void begin_also(void);
void report_also(struct figure figure);
void end_also(void);

void report_number(const char *name, double value);
void report_count(const char *name, u64 value);
void report_text(const char *name, const char *value);
void report_truth(const char *name, int value);
void report_cpus(const int *cpus, size_t count);
/* Numbers of each worker, and whether the fastest is more than 15 % ahead of the slowest. */
void report_workers(const double *values, size_t count);

/* Remembers a remark; all of them are written by end_report as "flags". */
void flag(const char *remark);

void end_report(void);
