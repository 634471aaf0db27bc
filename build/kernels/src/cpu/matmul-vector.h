/*
 * cpu.matmul.simd: the same product with vectors of VECTOR_BYTES, the way a tuned library does it: columns of b are
 * packed, and a tile of 4 rows x 2 vectors stays in registers over the whole inner dimension. Included once for each
 * instruction set, compiled with the flags of that set; multiplication and addition may be fused, the sums are exact
 * all the same.
 */
#include "blocks.h"

typedef double vector __attribute__((vector_size(VECTOR_BYTES), aligned(VECTOR_BYTES)));

enum {
	N = MATRIX_SIDE,
	LANES = VECTOR_BYTES / 8,
	TILE_ROWS = 4,
	TILE_COLUMNS = 2 * LANES
};

static void pack_columns(const double *b, size_t first, vector *packed) {
	for (size_t k = 0; k < N; k++) {
		for (size_t v = 0; v < 2; v++) {
			for (size_t lane = 0; lane < LANES; lane++) packed[2 * k + v][lane] = b[k * N + first + v * LANES + lane];
		}
	}
}

static void multiply_tile(const double *a, const vector *packed, double *c) {
	vector sums[TILE_ROWS][2] = {0};
	for (size_t k = 0; k < N; k++) {
		for (size_t row = 0; row < TILE_ROWS; row++) {
			const double factor = a[row * N + k];
			sums[row][0] += factor * packed[2 * k];
			sums[row][1] += factor * packed[2 * k + 1];
		}
	}
	for (size_t row = 0; row < TILE_ROWS; row++) {
		for (size_t v = 0; v < 2; v++) {
			for (size_t lane = 0; lane < LANES; lane++) c[row * N + v * LANES + lane] = sums[row][v][lane];
		}
	}
}

NOINLINE u32 WORK_NAME(u8 *memory, u32 seed) {
	const double *a = (const double *)memory;
	const double *b = a + N * N;
	double *c = (double *)memory + 2 * N * N;
	vector *packed = (vector *)(memory + 3 * N * N * sizeof(double));
	for (size_t column = 0; column < N; column += TILE_COLUMNS) {
		pack_columns(b, column, packed);
		for (size_t row = 0; row < N; row += TILE_ROWS) multiply_tile(a + row * N, packed, c + row * N + column);
	}
	return seed + sum_of_product(c);
}
