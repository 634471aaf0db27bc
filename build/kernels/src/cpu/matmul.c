/* cpu.matmul: product of two 192 x 192 matrices of doubles, for the lowest common instruction set. */
#include "blocks.h"
#include "../random.h"

void fill_matrices(u8 *memory, u32 seed) {
	u32 state = random_state(seed, 4);
	double *numbers = (double *)memory;
	for (size_t i = 0; i < 2 * MATRIX_SIDE * MATRIX_SIDE; i++) numbers[i] = (double)(next_random(&state) >> 28);
}

NOINLINE u32 work_matmul(u8 *memory, u32 seed) {
	enum {
		N = MATRIX_SIDE
	};
	const double *a = (const double *)memory;
	const double *b = a + N * N;
	double *restrict c = (double *)memory + 2 * N * N;
	for (size_t i = 0; i < N * N; i++) c[i] = 0;
	/* Four rows at a time, so that each element of b is loaded once for four multiplications. */
	for (size_t i = 0; i < N; i += 4) {
		for (size_t k = 0; k < N; k++) {
			const double a0 = a[i * N + k];
			const double a1 = a[(i + 1) * N + k];
			const double a2 = a[(i + 2) * N + k];
			const double a3 = a[(i + 3) * N + k];
			const double *row = b + k * N;
			double *restrict c0 = c + i * N;
			for (size_t j = 0; j < N; j++) {
				c0[j] += a0 * row[j];
				c0[N + j] += a1 * row[j];
				c0[2 * N + j] += a2 * row[j];
				c0[3 * N + j] += a3 * row[j];
			}
		}
	}
	return seed + sum_of_product(c);
}

/* Every element is a whole number below 2^16: exact whatever the order of its additions was. */
u32 sum_of_product(const double *product) {
	u32 sum = 0;
	for (size_t i = 0; i < MATRIX_SIDE * MATRIX_SIDE; i++) sum = rotate_left(sum, 1) + (u32)(i64)product[i];
	return sum;
}
