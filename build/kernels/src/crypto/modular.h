/* 256-bit arithmetic modulo a prime above 2^255, in Montgomery form, portable. Limbs are little-endian. */
#pragma once

#include "types.h"

struct number {
	u64 limbs[4];
};

struct modulus {
	struct number value;
	u64 factor;
	struct number one;
	struct number square;
};

void prepare_modulus(struct modulus *m, const struct number *value);

/* Arguments below the modulus; so are the answers. */
void add_mod(struct number *out, const struct number *a, const struct number *b, const struct modulus *m);
void subtract_mod(struct number *out, const struct number *a, const struct number *b, const struct modulus *m);

/* a * b / 2^256: the product of two numbers in Montgomery form. */
void multiply_mod(struct number *out, const struct number *a, const struct number *b, const struct modulus *m);
void invert_mod(struct number *out, const struct number *a, const struct modulus *m);
void to_montgomery(struct number *out, const struct number *a, const struct modulus *m);
void from_montgomery(struct number *out, const struct number *a, const struct modulus *m);

/* Any 256-bit number to one below the modulus. */
void reduce(struct number *a, const struct modulus *m);

int is_zero(const struct number *a);
int is_equal(const struct number *a, const struct number *b);
