/* The curve of SM2 (GB/T 32918.5-2017), y^2 = x^3 - 3x + b. */
#pragma once

#include "modular.h"

/* Jacobian coordinates in Montgomery form; z = 0 is the point at infinity. */
struct point {
	struct number x, y, z;
};

/* Computes the constants. Must come first. */
void prepare_curve(void);

extern struct modulus field;
extern struct modulus order;
extern struct point base_point;

void add_points(struct point *out, const struct point *a, const struct point *b);

/* a * P + b * Q. */
void combine_points(struct point *out, const struct number *a, const struct point *p, const struct number *b,
					const struct point *q);

/* The affine x as an ordinary number. */
void affine_x(struct number *out, const struct point *p);

int is_on_curve(const struct point *p);
