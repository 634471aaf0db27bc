/* The four vector operations. Own implementation in the style of STREAM; its figures are not STREAM results. */
#pragma once

#include "types.h"

enum operation {
	COPY,
	SCALE,
	ADD,
	TRIAD,
	OPERATIONS,
};

struct arrays {
	double *a;
	double *b;
	double *c;
	size_t length;
};

extern const char *const operation_names[OPERATIONS];

/* Arrays that an operation reads or writes: the bytes that count. No write-allocate. */
u64 arrays_touched(enum operation operation);

void fill_arrays(const struct arrays *arrays);
void run_operation(enum operation operation, const struct arrays *arrays, size_t length);

/* What every element is after the operations, to the last bit. */
struct element {
	double a, b, c;
};
struct element first_element(void);
void apply_operation(enum operation operation, struct element *element);

/* Answers the index of the first element that differs, or the length. */
size_t find_wrong_element(const struct arrays *arrays, struct element expected);
