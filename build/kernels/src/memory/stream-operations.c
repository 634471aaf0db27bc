#include "stream-operations.h"

const char *const operation_names[OPERATIONS] = {"copy", "scale", "add", "triad"};

/* sqrt(2) - 1: with it one round of the four operations multiplies every element by 2q + q^2 = 1. */
static const double q = 0.41421356237309503;

u64 arrays_touched(enum operation operation) { return operation == COPY || operation == SCALE ? 2 : 3; }

struct element first_element(void) { return (struct element){1, 2, 0.5}; }

void fill_arrays(const struct arrays *arrays) {
	const struct element first = first_element();
	for (size_t i = 0; i < arrays->length; i++) {
		arrays->a[i] = first.a;
		arrays->b[i] = first.b;
		arrays->c[i] = first.c;
	}
}

static NOINLINE void copy(double *restrict to, const double *restrict from, size_t length) {
	for (size_t i = 0; i < length; i++) to[i] = from[i];
}

static NOINLINE void scale(double *restrict to, const double *restrict from, double by, size_t length) {
	for (size_t i = 0; i < length; i++) to[i] = by * from[i];
}

static NOINLINE void add(double *restrict to, const double *restrict x, const double *restrict y, size_t length) {
	for (size_t i = 0; i < length; i++) to[i] = x[i] + y[i];
}

static NOINLINE void triad(double *restrict to, const double *restrict x, const double *restrict y, double by,
						   size_t length) {
	for (size_t i = 0; i < length; i++) to[i] = x[i] + by * y[i];
}

void run_operation(enum operation operation, const struct arrays *arrays, size_t length) {
	switch (operation) {
		case COPY:
			copy(arrays->c, arrays->a, length);
			break;
		case SCALE:
			scale(arrays->b, arrays->c, q, length);
			break;
		case ADD:
			add(arrays->c, arrays->a, arrays->b, length);
			break;
		default:
			triad(arrays->a, arrays->b, arrays->c, q, length);
			break;
	}
}

void apply_operation(enum operation operation, struct element *element) {
	const struct arrays one = {&element->a, &element->b, &element->c, 1};
	run_operation(operation, &one, 1);
}

size_t find_wrong_element(const struct arrays *arrays, struct element expected) {
	for (size_t i = 0; i < arrays->length; i++) {
		if (arrays->a[i] != expected.a || arrays->b[i] != expected.b || arrays->c[i] != expected.c) return i;
	}
	return arrays->length;
}
