#include "sm2-curve.h"

struct modulus field;
struct modulus order;
struct point base_point;
static struct number curve_b;

static const struct number p_value = {{0xffffffffffffffff, 0xffffffff00000000, 0xffffffffffffffff, 0xfffffffeffffffff}};
static const struct number n_value = {{0x53bbf40939d54123, 0x7203df6b21c6052b, 0xffffffffffffffff, 0xfffffffeffffffff}};
static const struct number b_value = {{0xddbcbd414d940e93, 0xf39789f515ab8f92, 0x4d5a9e4bcf6509a7, 0x28e9fa9e9d9f5e34}};
static const struct number base_x = {{0x715a4589334c74c7, 0x8fe30bbff2660be1, 0x5f9904466a39c994, 0x32c4ae2c1f198119}};
static const struct number base_y = {{0x02df32e52139f0a0, 0xd0a9877cc62a4740, 0x59bdcee36b692153, 0xbc3736a2f4f6779c}};

void prepare_curve(void) {
	prepare_modulus(&field, &p_value);
	prepare_modulus(&order, &n_value);
	to_montgomery(&curve_b, &b_value, &field);
	to_montgomery(&base_point.x, &base_x, &field);
	to_montgomery(&base_point.y, &base_y, &field);
	base_point.z = field.one;
}

static void times(struct number *out, const struct number *a, const struct number *b) {
	multiply_mod(out, a, b, &field);
}

static void plus(struct number *out, const struct number *a, const struct number *b) { add_mod(out, a, b, &field); }

static void minus(struct number *out, const struct number *a, const struct number *b) {
	subtract_mod(out, a, b, &field);
}

/* With a = -3: 3 (x - z^2) (x + z^2) is the slope's numerator. */
static void double_point(struct point *out, const struct point *p) {
	struct number delta, gamma, beta, alpha, t, x, y, z;
	times(&delta, &p->z, &p->z);
	times(&gamma, &p->y, &p->y);
	times(&beta, &p->x, &gamma);
	minus(&t, &p->x, &delta);
	plus(&alpha, &p->x, &delta);
	times(&t, &t, &alpha);
	plus(&alpha, &t, &t);
	plus(&alpha, &alpha, &t);
	/* x' = alpha^2 - 8 beta */
	plus(&t, &beta, &beta);
	plus(&beta, &t, &t);
	plus(&t, &beta, &beta);
	times(&x, &alpha, &alpha);
	minus(&x, &x, &t);
	/* z' = (y + z)^2 - gamma - delta */
	plus(&z, &p->y, &p->z);
	times(&z, &z, &z);
	minus(&z, &z, &gamma);
	minus(&z, &z, &delta);
	/* y' = alpha (4 beta - x') - 8 gamma^2 */
	minus(&t, &beta, &x);
	times(&y, &alpha, &t);
	times(&t, &gamma, &gamma);
	for (int i = 0; i < 3; i++) plus(&t, &t, &t);
	minus(&y, &y, &t);
	*out = (struct point){x, y, z};
}

void add_points(struct point *out, const struct point *a, const struct point *b) {
	struct number za, zb, ua, ub, sa, sb, h, r, hh, hhh, v, t;
	struct point sum;
	if (is_zero(&a->z) || is_zero(&b->z)) {
		*out = is_zero(&a->z) ? *b : *a;
		return;
	}
	times(&za, &a->z, &a->z);
	times(&zb, &b->z, &b->z);
	times(&ua, &a->x, &zb);
	times(&ub, &b->x, &za);
	times(&sa, &a->y, &zb);
	times(&sa, &sa, &b->z);
	times(&sb, &b->y, &za);
	times(&sb, &sb, &a->z);
	minus(&h, &ub, &ua);
	minus(&r, &sb, &sa);
	if (is_zero(&h)) {
		if (is_zero(&r)) {
			double_point(out, a);
		} else {
			*out = (struct point){field.one, field.one, {{0}}};
		}
		return;
	}
	times(&hh, &h, &h);
	times(&hhh, &hh, &h);
	times(&v, &ua, &hh);
	times(&sum.x, &r, &r);
	minus(&sum.x, &sum.x, &hhh);
	minus(&sum.x, &sum.x, &v);
	minus(&sum.x, &sum.x, &v);
	minus(&t, &v, &sum.x);
	times(&sum.y, &r, &t);
	times(&t, &sa, &hhh);
	minus(&sum.y, &sum.y, &t);
	times(&sum.z, &a->z, &b->z);
	times(&sum.z, &sum.z, &h);
	*out = sum;
}

/* Both scalars at once: one doubling for each bit, and at most one addition of P, Q or P + Q. */
void combine_points(struct point *out, const struct number *a, const struct point *p, const struct number *b,
					const struct point *q) {
	struct point both;
	struct point sum = {field.one, field.one, {{0}}};
	add_points(&both, p, q);
	for (int bit = 255; bit >= 0; bit--) {
		const u64 in_a = a->limbs[bit / 64] >> (bit % 64) & 1;
		const u64 in_b = b->limbs[bit / 64] >> (bit % 64) & 1;
		if (!is_zero(&sum.z)) double_point(&sum, &sum);
		if (in_a | in_b) add_points(&sum, &sum, in_a & in_b ? &both : in_a ? p : q);
	}
	*out = sum;
}

void affine_x(struct number *out, const struct point *p) {
	struct number inverse;
	invert_mod(&inverse, &p->z, &field);
	times(&inverse, &inverse, &inverse);
	times(&inverse, &inverse, &p->x);
	from_montgomery(out, &inverse, &field);
}

int is_on_curve(const struct point *p) {
	struct number left, right, t;
	if (!is_equal(&p->z, &field.one)) return 0;
	times(&left, &p->y, &p->y);
	times(&right, &p->x, &p->x);
	plus(&t, &field.one, &field.one);
	plus(&t, &t, &field.one);
	minus(&right, &right, &t);
	times(&right, &right, &p->x);
	plus(&right, &right, &curve_b);
	return is_equal(&left, &right);
}
