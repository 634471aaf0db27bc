/* Reference for mem.latency: a random chain of pointers in malloc'ed memory. Arguments: bytes, seconds. One JSON line. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { STRIDE = 64, STEPS = 65536 };

static double now(void) {
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

int main(int argc, char **argv) {
	if (argc != 3) return 2;
	const size_t bytes = strtoul(argv[1], NULL, 10), nodes = bytes / STRIDE;
	char *memory = aligned_alloc(4096, bytes);
	size_t *order = malloc(nodes * sizeof *order);
	if (!memory || !order) return 3;
	for (size_t i = 0; i < nodes; i++) order[i] = i;
	srandom(7);
	for (size_t i = nodes - 1; i > 0; i--) {
		const size_t j = (size_t)random() % (i + 1), kept = order[i];
		order[i] = order[j];
		order[j] = kept;
	}
	for (size_t i = 0; i < nodes; i++) *(char **)(memory + order[i] * STRIDE) = memory + order[(i + 1) % nodes] * STRIDE;
	free(order);
	char **p = (char **)memory;
	for (size_t i = 0; i < nodes; i++) p = (char **)*p;
	size_t steps = 0;
	const double begin = now();
	double end = begin;
	while (end - begin < strtod(argv[2], NULL)) {
		for (int i = 0; i < STEPS; i++) p = (char **)*p;
		steps += STEPS;
		end = now();
	}
	printf("{\"ns\":%.4f,\"end\":%zu}\n", (end - begin) * 1e9 / (double)steps, (size_t)((char *)p - memory));
	return 0;
}
