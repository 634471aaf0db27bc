/* Sorting of samples and what is read off the sorted ones. */
#pragma once

#include "types.h"

void sort_durations(i64 *values, size_t count);
void sort_numbers(double *values, size_t count);

/* Of sorted values: the smallest one that at least `percent` of them do not exceed (nearest rank). */
i64 percentile(const i64 *sorted, size_t count, double percent);

/* Of sorted values: the middle one, or the mean of the two in the middle. */
double median_duration(const i64 *sorted, size_t count);
double median_number(const double *sorted, size_t count);
