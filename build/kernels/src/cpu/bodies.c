/* cpu.float: eight bodies attract each other; double precision, one square root and one division for each pair. */
#include "blocks.h"
#include "../random.h"

enum {
	BODIES = 8,
	STEPS = BODY_PAIRS_PER_BLOCK / (BODIES * (BODIES - 1) / 2)
};

struct bodies {
	double x[BODIES], y[BODIES], z[BODIES];
	double vx[BODIES], vy[BODIES], vz[BODIES];
	double mass[BODIES];
};

void fill_bodies(u8 *memory, u32 seed) {
	struct bodies *b = (struct bodies *)memory;
	u32 state = random_state(seed, 3);
	for (int i = 0; i < BODIES; i++) {
		b->x[i] = next_random(&state) * 0x1p-30;
		b->y[i] = next_random(&state) * 0x1p-30;
		b->z[i] = next_random(&state) * 0x1p-30;
		b->vx[i] = b->vy[i] = b->vz[i] = 0;
		b->mass[i] = 1 + i * 0.125;
	}
}

static void attract(struct bodies *b, int i, int j) {
	const double dx = b->x[i] - b->x[j];
	const double dy = b->y[i] - b->y[j];
	const double dz = b->z[i] - b->z[j];
	const double square = dx * dx + dy * dy + dz * dz + 0.01;
	const double force = 0.001 / (square * __builtin_sqrt(square));
	const double on_i = b->mass[j] * force;
	const double on_j = b->mass[i] * force;
	b->vx[i] -= dx * on_i, b->vy[i] -= dy * on_i, b->vz[i] -= dz * on_i;
	b->vx[j] += dx * on_j, b->vy[j] += dy * on_j, b->vz[j] += dz * on_j;
}

NOINLINE u32 work_bodies(u8 *memory, u32 seed) {
	struct bodies *b = (struct bodies *)memory;
	for (int step = 0; step < STEPS; step++) {
		for (int i = 0; i < BODIES; i++) {
			for (int j = i + 1; j < BODIES; j++) attract(b, i, j);
		}
		for (int i = 0; i < BODIES; i++) {
			b->x[i] += b->vx[i] * 0.001;
			b->y[i] += b->vy[i] * 0.001;
			b->z[i] += b->vz[i] * 0.001;
		}
	}
	u64 hash = seed;
	const u64 *bits = (const u64 *)memory;
	for (size_t i = 0; i < sizeof *b / 8; i++) hash = rotate_left_64(hash ^ bits[i], 29) * 0x9fb21c651e98df25;
	return (u32)(hash ^ (hash >> 32));
}
