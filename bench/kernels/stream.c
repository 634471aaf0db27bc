/* Reference for the bandwidth kernels: the four operations with OpenMP. Arguments: bytes of an array, seconds. One JSON line. */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_PASSES = 4096, LEAST_PASSES = 11 };

static const double q = 0.41421356237309503;
static double times[4][MOST_PASSES];

static int compare(const void *a, const void *b) {
	const double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double now(double *previous) {
	const double time = omp_get_wtime();
	const double elapsed = time - *previous;
	*previous = time;
	return elapsed;
}

int main(int argc, char **argv) {
	if (argc != 3) return 2;
	const size_t n = strtoul(argv[1], NULL, 10) / sizeof(double);
	const double window = strtod(argv[2], NULL);
	double *a = aligned_alloc(2 << 20, n * sizeof *a);
	double *b = aligned_alloc(2 << 20, n * sizeof *b);
	double *c = aligned_alloc(2 << 20, n * sizeof *c);
	if (!a || !b || !c) return 3;
#pragma omp parallel for
	for (size_t i = 0; i < n; i++) a[i] = 1, b[i] = 2, c[i] = 0.5;
	int passes = 0;
	for (const double begin = omp_get_wtime();
	     passes < MOST_PASSES && (passes < LEAST_PASSES || omp_get_wtime() - begin < window); passes++) {
		double time = omp_get_wtime();
#pragma omp parallel for
		for (size_t i = 0; i < n; i++) c[i] = a[i];
		times[0][passes] = now(&time);
#pragma omp parallel for
		for (size_t i = 0; i < n; i++) b[i] = q * c[i];
		times[1][passes] = now(&time);
#pragma omp parallel for
		for (size_t i = 0; i < n; i++) c[i] = a[i] + b[i];
		times[2][passes] = now(&time);
#pragma omp parallel for
		for (size_t i = 0; i < n; i++) a[i] = b[i] + q * c[i];
		times[3][passes] = now(&time);
	}
	static const char *const names[] = {"copy", "scale", "add", "triad"};
	printf("{");
	for (int k = 0; k < 4; k++) {
		const double bytes = (double)n * sizeof(double) * (k < 2 ? 2 : 3);
		qsort(times[k] + 1, passes - 1, sizeof(double), compare);
		printf("\"%s\":%.1f,\"%s.best\":%.1f,", names[k], bytes / times[k][1 + (passes - 1) / 2], names[k],
		       bytes / times[k][1]);
	}
	printf("\"check\":%.17g}\n", a[n / 2]);
	return 0;
}
