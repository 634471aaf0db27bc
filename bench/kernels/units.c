/*
 * Reference for the processor kernels: their own sources, compiled by this machine's compiler for this very processor, with
 * libc around them. Arguments: kernel, seconds. One JSON line.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include "cpu/unit.h"

#ifdef VECTOR_WORK
unsigned VECTOR_WORK(unsigned char *memory, unsigned seed);
#endif

int text_equal(const char *left, const char *right) {
	while (*left != '\0' && *left == *right) left++, right++;
	return *left == *right;
}

static double now(void) {
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

int main(int argc, char **argv) {
	if (argc != 3) return 2;
	struct unit unit;
	const int is_vector = text_equal(argv[1], "cpu.matmul.simd");
	const struct unit *found = find_unit(is_vector ? "cpu.matmul" : argv[1]);
	if (found == NULL) return 2;
	unit = *found;
#ifdef VECTOR_WORK
	if (is_vector) unit.work = VECTOR_WORK;
#endif
	unsigned char *memory = aligned_alloc(4096, (unit.bytes + 65536 + 4095) / 4096 * 4096);
	if (unit.prepare != NULL) unit.prepare();
	if (run_unit(&unit, memory, 0) != unit.expected) return 3;
	double units = 0;
	const double begin = now();
	double end = begin;
	while (end - begin < strtod(argv[2], NULL)) {
		if (run_unit(&unit, memory, 0) != unit.expected) return 3;
		units++;
		end = now();
	}
	printf("{\"value\":%.3f}\n", units * unit.amount / (end - begin));
	return 0;
}
