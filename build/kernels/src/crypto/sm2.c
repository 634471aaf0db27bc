#include "sm2.h"
#include "sm2-curve.h"
#include "../cpu/blocks.h"
#include "../cpu/unit.h"
#include "../random.h"

struct signature {
	struct number digest, r, s;
};

/* GB/T 32918.5-2017, annex A.2: private key, public key, digest of ZA and "message digest", signature. */
static const struct number example_private = {
	{0x42fb81ef4df7c5b8, 0x889393692860b51a, 0x3f36e38ac6d39f95, 0x3945208f7b2144b1}};
static const struct number example_x = {
	{0x6bb08ff356f35020, 0x72179fad1833fc07, 0x50dd7d161e4bc5c6, 0x09f9df311e5421a1}};
static const struct number example_y = {
	{0x6632f6072da9ad13, 0x0aed05fbf35e084a, 0x2dc6ea718cc1aa60, 0xccea490ce26775a5}};
static const struct signature example = {
	{{0xf4486fdfc0d28640, 0x17e6ab5a19ce7b31, 0xace692ed534382eb, 0xf0b43e94ba45acca}},
	{{0x43ac7eaceee720b3, 0x5944da3827d5b741, 0x0eeac513e1bb81a1, 0xf5a03b0648d2c463}},
	{{0x840b69c485bbc1aa, 0xbb9038fd1f7f42d4, 0x763182bc0d421ca1, 0xb1b6aa29df212fd8}},
};

static struct point public_key;
static struct signature signatures[BLOCKS_PER_UNIT];

static void make_signature(struct signature *signature, u32 seed);

void prepare_sm2(void) {
	prepare_curve();
	to_montgomery(&public_key.x, &example_x, &field);
	to_montgomery(&public_key.y, &example_y, &field);
	public_key.z = field.one;
	for (u32 seed = 0; seed < BLOCKS_PER_UNIT; seed++) make_signature(&signatures[seed], seed);
}

static void random_number(struct number *out, u64 *state) {
	for (int i = 0; i < 4; i++) out->limbs[i] = next_random_64(state);
	reduce(out, &order);
}

/* s = (k - r d) / (1 + d), with everything modulo the order in Montgomery form. */
static void make_signature(struct signature *signature, u32 seed) {
	u64 state = seed + 7;
	const struct number zero = {{0}};
	struct number k, d, x, t;
	struct point p;
	random_number(&signature->digest, &state);
	random_number(&k, &state);
	combine_points(&p, &k, &base_point, &zero, &base_point);
	affine_x(&x, &p);
	reduce(&x, &order);
	add_mod(&signature->r, &signature->digest, &x, &order);
	to_montgomery(&d, &example_private, &order);
	to_montgomery(&k, &k, &order);
	to_montgomery(&t, &signature->r, &order);
	multiply_mod(&t, &t, &d, &order);
	subtract_mod(&k, &k, &t, &order);
	add_mod(&t, &d, &order.one, &order);
	invert_mod(&t, &t, &order);
	multiply_mod(&t, &t, &k, &order);
	from_montgomery(&signature->s, &t, &order);
}

/* The steps B1 to B7 of the standard. `x` is what the digest is added to: it goes into the checksum. */
static int is_valid(const struct signature *signature, struct number *x) {
	struct number t, r;
	struct point p;
	if (is_zero(&signature->r) || is_zero(&signature->s)) return 0;
	add_mod(&t, &signature->r, &signature->s, &order);
	if (is_zero(&t)) return 0;
	combine_points(&p, &signature->s, &base_point, &t, &public_key);
	if (is_zero(&p.z)) return 0;
	affine_x(x, &p);
	r = *x;
	reduce(&r, &order);
	add_mod(&r, &r, &signature->digest, &order);
	return is_equal(&r, &signature->r);
}

void fill_sm2(u8 *memory, u32 seed) { *(struct signature *)memory = signatures[seed % BLOCKS_PER_UNIT]; }

NOINLINE u32 work_sm2(u8 *memory, u32 seed) {
	struct number x;
	if (!is_valid((const struct signature *)memory, &x)) return WRONG_SIGNATURE;
	u64 sum = seed;
	for (int i = 0; i < 4; i++) sum = rotate_left_64(sum, 21) ^ x.limbs[i];
	return (u32)(sum ^ (sum >> 32));
}

int sm2_known_answer(void) {
	struct number x;
	struct signature forged = example;
	forged.digest.limbs[0] ^= 1;
	prepare_sm2();
	for (u32 seed = 0; seed < BLOCKS_PER_UNIT; seed++) {
		if (!is_valid(&signatures[seed], &x)) return 0;
	}
	return is_on_curve(&base_point) && is_on_curve(&public_key) && is_valid(&example, &x) && !is_valid(&forged, &x);
}
