#include "modular.h"

typedef unsigned __int128 u128;

static int is_below(const struct number *a, const struct number *b) {
	for (int i = 3; i >= 0; i--) {
		if (a->limbs[i] != b->limbs[i]) return a->limbs[i] < b->limbs[i];
	}
	return 0;
}

/* Answer: the carry, 0 or 1. */
static u64 add_limbs(struct number *out, const struct number *a, const struct number *b) {
	u128 sum = 0;
	for (int i = 0; i < 4; i++) {
		sum += (u128)a->limbs[i] + b->limbs[i];
		out->limbs[i] = (u64)sum;
		sum >>= 64;
	}
	return (u64)sum;
}

/* Answer: the borrow, 0 or 1. */
static u64 subtract_limbs(struct number *out, const struct number *a, const struct number *b) {
	u64 borrow = 0;
	for (int i = 0; i < 4; i++) {
		const u128 difference = (u128)a->limbs[i] - b->limbs[i] - borrow;
		out->limbs[i] = (u64)difference;
		borrow = (u64)(difference >> 64) & 1;
	}
	return borrow;
}

void reduce(struct number *a, const struct modulus *m) {
	if (!is_below(a, &m->value)) subtract_limbs(a, a, &m->value);
}

void add_mod(struct number *out, const struct number *a, const struct number *b, const struct modulus *m) {
	const u64 carry = add_limbs(out, a, b);
	if (carry != 0 || !is_below(out, &m->value)) subtract_limbs(out, out, &m->value);
}

void subtract_mod(struct number *out, const struct number *a, const struct number *b, const struct modulus *m) {
	if (subtract_limbs(out, a, b) != 0) add_limbs(out, out, &m->value);
}

void multiply_mod(struct number *out, const struct number *a, const struct number *b, const struct modulus *m) {
	u64 t[6] = {0};
	for (int i = 0; i < 4; i++) {
		u128 sum = 0;
		for (int j = 0; j < 4; j++) {
			sum += (u128)a->limbs[j] * b->limbs[i] + t[j];
			t[j] = (u64)sum;
			sum >>= 64;
		}
		sum += t[4];
		t[4] = (u64)sum;
		t[5] = (u64)(sum >> 64);
		const u64 q = t[0] * m->factor;
		sum = ((u128)q * m->value.limbs[0] + t[0]) >> 64;
		for (int j = 1; j < 4; j++) {
			sum += (u128)q * m->value.limbs[j] + t[j];
			t[j - 1] = (u64)sum;
			sum >>= 64;
		}
		sum += t[4];
		t[3] = (u64)sum;
		t[4] = t[5] + (u64)(sum >> 64);
	}
	struct number result = {{t[0], t[1], t[2], t[3]}};
	if (t[4] != 0 || !is_below(&result, &m->value)) subtract_limbs(&result, &result, &m->value);
	*out = result;
}

/* By Fermat: a^(m-2). */
void invert_mod(struct number *out, const struct number *a, const struct modulus *m) {
	const struct number two = {{2, 0, 0, 0}};
	struct number exponent;
	struct number power = m->one;
	subtract_limbs(&exponent, &m->value, &two);
	for (int bit = 255; bit >= 0; bit--) {
		multiply_mod(&power, &power, &power, m);
		if (exponent.limbs[bit / 64] >> (bit % 64) & 1) multiply_mod(&power, &power, a, m);
	}
	*out = power;
}

void to_montgomery(struct number *out, const struct number *a, const struct modulus *m) {
	multiply_mod(out, a, &m->square, m);
}

void from_montgomery(struct number *out, const struct number *a, const struct modulus *m) {
	const struct number one = {{1, 0, 0, 0}};
	multiply_mod(out, a, &one, m);
}

void prepare_modulus(struct modulus *m, const struct number *value) {
	const struct number zero = {{0}};
	u64 inverse = value->limbs[0];
	for (int step = 0; step < 5; step++) inverse *= 2 - value->limbs[0] * inverse;
	m->value = *value;
	m->factor = 0 - inverse;
	/* 2^256 mod m is 2^256 - m, because m is above 2^255; doubling it 256 times gives 2^512 mod m. */
	subtract_limbs(&m->one, &zero, value);
	m->square = m->one;
	for (int i = 0; i < 256; i++) add_mod(&m->square, &m->square, &m->square, m);
}

int is_zero(const struct number *a) { return (a->limbs[0] | a->limbs[1] | a->limbs[2] | a->limbs[3]) == 0; }

int is_equal(const struct number *a, const struct number *b) {
	return ((a->limbs[0] ^ b->limbs[0]) | (a->limbs[1] ^ b->limbs[1]) | (a->limbs[2] ^ b->limbs[2]) |
			(a->limbs[3] ^ b->limbs[3])) == 0;
}
