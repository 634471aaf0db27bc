#include "order.h"

/* Heap sort: no recursion, no worst case. */
#define DEFINE_SORT(name, type) \
	static void name##_sink(type *values, size_t root, size_t count) { \
		const type value = values[root]; \
		for (size_t child; (child = 2 * root + 1) < count; root = child) { \
			if (child + 1 < count && values[child] < values[child + 1]) child++; \
			if (values[child] <= value) break; \
			values[root] = values[child]; \
		} \
		values[root] = value; \
	} \
	void name(type *values, size_t count) { \
		for (size_t root = count / 2; root-- > 0;) name##_sink(values, root, count); \
		for (size_t end = count; end-- > 1;) { \
			const type largest = values[0]; \
			values[0] = values[end]; \
			values[end] = largest; \
			name##_sink(values, 0, end); \
		} \
	}

DEFINE_SORT(sort_durations, i64)
DEFINE_SORT(sort_numbers, double)

i64 percentile(const i64 *sorted, size_t count, double percent) {
	size_t rank = (size_t)((double)count * percent / 100);
	if ((double)rank < (double)count * percent / 100) rank++;
	return sorted[rank > 0 ? rank - 1 : 0];
}

double median_duration(const i64 *sorted, size_t count) {
	return ((double)sorted[(count - 1) / 2] + (double)sorted[count / 2]) / 2;
}

double median_number(const double *sorted, size_t count) { return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2; }
