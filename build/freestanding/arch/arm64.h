/* arm64: system call instruction, entry code, constants that differ. */
#pragma once

#include "generic-numbers.h"
#include "generic-constants.h"

enum { O_DIRECT = 0x10000, O_DIRECTORY = 0x4000 };

ALWAYS_INLINE long system_call6(long number, long a, long b, long c, long d, long e, long f) {
	register long x8 __asm__("x8") = number;
	register long x0 __asm__("x0") = a;
	register long x1 __asm__("x1") = b;
	register long x2 __asm__("x2") = c;
	register long x3 __asm__("x3") = d;
	register long x4 __asm__("x4") = e;
	register long x5 __asm__("x5") = f;
	__asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5) : "memory");
	return x0;
}

#define ENTRY_CODE \
	".globl _start\n" \
	"_start:\n" \
	"	mov x29, xzr\n" \
	"	mov x30, xzr\n" \
	"	mov x0, sp\n" \
	"	and sp, x0, #-16\n" \
	"	bl start_program\n"
