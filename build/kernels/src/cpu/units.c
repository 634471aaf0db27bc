/* The processor kernels. The checksums were computed once; every architecture must give the same. */
#include "unit.h"
#include "blocks.h"
#include "crc32.h"
#include "../crypto/sm2.h"
#include "../crypto/sm3.h"
#include "../crypto/sm4.h"
#include "text.h"

enum {
	MATRIX_BYTES = 3 * MATRIX_SIDE * MATRIX_SIDE * 8
};

static void prepare_sm4_and_crc(void) {
	prepare_sm4();
	prepare_crc32();
}

const struct unit units[] = {
	{"cpu.int", "{block}/s", 16, 16384, prepare_crc32, fill_integer, work_integer, 517848441, crc32_known_answer},
	{"cpu.int64", "{block}/s", 16, 8192, NULL, fill_integer64, work_integer64, 2351033582, NULL},
	{"cpu.branch", "{block}/s", 16, 16384, NULL, fill_branch, work_branch, 2330315949, NULL},
	{"cpu.float", "{pair}/s", 16.0 * BODY_PAIRS_PER_BLOCK, 4096, NULL, fill_bodies, work_bodies, 3472709562, NULL},
	{"cpu.matmul", "{flop}/s", 16.0 * 2 * MATRIX_SIDE *MATRIX_SIDE *MATRIX_SIDE, MATRIX_BYTES, NULL, fill_matrices,
	 work_matmul, 4136963135, NULL},
	{"cpu.lz", "By/s", 16.0 * LZ_BYTES, 5 * LZ_BYTES, prepare_crc32, fill_lz, work_lz, 998539425, crc32_known_answer},
	{"crypto.sm3", "By/s", 16.0 * CIPHER_BYTES, CIPHER_BYTES, NULL, fill_cipher_text, work_sm3, 3323208945,
	 sm3_known_answer},
	{"crypto.sm4", "By/s", 16.0 * CIPHER_BYTES, CIPHER_BYTES, prepare_sm4_and_crc, fill_cipher_text, work_sm4,
	 3585595432, sm4_known_answer},
	{"crypto.sm2verify", "{op}/s", 16, 4096, prepare_sm2, fill_sm2, work_sm2, 2012087911, sm2_known_answer},
};
const size_t unit_count = COUNT(units);

const struct unit *find_unit(const char *kernel) {
	for (size_t i = 0; i < unit_count; i++) {
		if (text_equal(units[i].kernel, kernel)) return &units[i];
	}
	return NULL;
}
