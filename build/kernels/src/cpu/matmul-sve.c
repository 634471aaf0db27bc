/* cpu.matmul.simd with SVE: the tile of matmul-vector.h, with vectors as long as this processor has them. */
#pragma clang fp contract(fast)
#include <arm_sve.h>
#include "blocks.h"

enum {
	N = MATRIX_SIDE,
	TILE_ROWS = 4
};

static void multiply_tile(const double *a, const double *b, double *c, u64 column) {
	const u64 lanes = svcntd();
	const svbool_t first = svwhilelt_b64(column, (u64)N);
	const svbool_t second = svwhilelt_b64(column + lanes, (u64)N);
	svfloat64_t s00 = svdup_f64(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00;
	for (u64 k = 0; k < N; k++) {
		const svfloat64_t b0 = svld1_f64(first, b + k * N + column);
		const svfloat64_t b1 = svld1_f64(second, b + k * N + column + lanes);
		s00 = svmla_n_f64_x(first, s00, b0, a[k]);
		s01 = svmla_n_f64_x(second, s01, b1, a[k]);
		s10 = svmla_n_f64_x(first, s10, b0, a[N + k]);
		s11 = svmla_n_f64_x(second, s11, b1, a[N + k]);
		s20 = svmla_n_f64_x(first, s20, b0, a[2 * N + k]);
		s21 = svmla_n_f64_x(second, s21, b1, a[2 * N + k]);
		s30 = svmla_n_f64_x(first, s30, b0, a[3 * N + k]);
		s31 = svmla_n_f64_x(second, s31, b1, a[3 * N + k]);
	}
	svst1_f64(first, c + column, s00);
	svst1_f64(second, c + column + lanes, s01);
	svst1_f64(first, c + N + column, s10);
	svst1_f64(second, c + N + column + lanes, s11);
	svst1_f64(first, c + 2 * N + column, s20);
	svst1_f64(second, c + 2 * N + column + lanes, s21);
	svst1_f64(first, c + 3 * N + column, s30);
	svst1_f64(second, c + 3 * N + column + lanes, s31);
}

NOINLINE u32 work_matmul_sve(u8 *memory, u32 seed) {
	const double *a = (const double *)memory;
	const double *b = a + N * N;
	double *c = (double *)memory + 2 * N * N;
	const u64 step = 2 * svcntd();
	for (u64 column = 0; column < N; column += step) {
		for (u64 row = 0; row < N; row += TILE_ROWS) multiply_tile(a + row * N, b, c + row * N, column);
	}
	return seed + sum_of_product(c);
}
