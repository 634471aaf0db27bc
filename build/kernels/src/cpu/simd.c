#include "simd.h"
#include "start.h"

#if defined(__x86_64__)

u32 work_matmul_avx2(u8 *memory, u32 seed);

static void cpuid(u32 leaf, u32 *a, u32 *b, u32 *c) {
	u32 d;
	__asm__ volatile("cpuid" : "=a"(*a), "=b"(*b), "=c"(*c), "=d"(d) : "a"(leaf), "c"(0));
}

/* The processor has AVX2 and FMA, and the kernel saves the upper halves of the registers (XCR0 bits 1 and 2). */
static int has_avx2(void) {
	u32 a, b, c, saved, high;
	enum {
		FMA = 1 << 12,
		OSXSAVE = 1 << 27,
		AVX2 = 1 << 5
	};
	cpuid(0, &a, &b, &c);
	if (a < 7) return 0;
	cpuid(1, &a, &b, &c);
	if ((c & FMA) == 0 || (c & OSXSAVE) == 0) return 0;
	__asm__ volatile("xgetbv" : "=a"(saved), "=d"(high) : "c"(0));
	if ((saved & 6) != 6) return 0;
	cpuid(7, &a, &b, &c);
	return (b & AVX2) != 0;
}

const struct simd simd_variants[] = {{"avx2", work_matmul_avx2, has_avx2}, {NULL, NULL, NULL}};

#elif defined(__aarch64__)

u32 work_matmul_neon(u8 *memory, u32 seed);
u32 work_matmul_sve(u8 *memory, u32 seed);

static int has_neon(void) { return (auxiliary_value(AT_HWCAP) & 1 << 1) != 0; }
static int has_sve(void) { return (auxiliary_value(AT_HWCAP) & 1 << 22) != 0; }

const struct simd simd_variants[] = {
	{"sve", work_matmul_sve, has_sve},
	{"neon", work_matmul_neon, has_neon},
	{NULL, NULL, NULL},
};

#elif defined(__loongarch64)

u32 work_matmul_lsx(u8 *memory, u32 seed);
u32 work_matmul_lasx(u8 *memory, u32 seed);

/* Not the cpucfg instruction: the hardware may have what the kernel does not save. */
static int has_lsx(void) { return (auxiliary_value(AT_HWCAP) & 1 << 4) != 0; }
static int has_lasx(void) { return (auxiliary_value(AT_HWCAP) & 1 << 5) != 0; }

const struct simd simd_variants[] = {
	{"lasx", work_matmul_lasx, has_lasx},
	{"lsx", work_matmul_lsx, has_lsx},
	{NULL, NULL, NULL},
};

#else

const struct simd simd_variants[] = {{NULL, NULL, NULL}};

#endif
