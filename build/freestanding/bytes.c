/*
 * The four functions a compiler may call on its own. The empty asm keeps it from turning each loop into a call of
 * itself.
 */
#include "bytes.h"

void *memcpy(void *restrict target, const void *restrict source, size_t length) {
	u8 *out = target;
	const u8 *in = source;
	while (length >= 8) {
		u64 word;
		__builtin_memcpy(&word, in, 8);
		__builtin_memcpy(out, &word, 8);
		in += 8, out += 8, length -= 8;
		__asm__ volatile("" : : : "memory");
	}
	while (length-- > 0) {
		*out++ = *in++;
		__asm__ volatile("" : : : "memory");
	}
	return target;
}

void *memmove(void *target, const void *source, size_t length) {
	u8 *out = target;
	const u8 *in = source;
	if (out <= in || out >= in + length) return memcpy(target, source, length);
	while (length-- > 0) {
		out[length] = in[length];
		__asm__ volatile("" : : : "memory");
	}
	return target;
}

void *memset(void *target, int value, size_t length) {
	u8 *out = target;
	while (length-- > 0) {
		*out++ = (u8)value;
		__asm__ volatile("" : : : "memory");
	}
	return target;
}

int memcmp(const void *left, const void *right, size_t length) {
	const u8 *a = left;
	const u8 *b = right;
	for (; length > 0; a++, b++, length--) {
		if (*a != *b) return *a - *b;
	}
	return 0;
}
