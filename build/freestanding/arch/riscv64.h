/* riscv64: system call instruction, entry code (sets the global pointer), constants that differ. */
#pragma once

#include "generic-numbers.h"
#include "generic-constants.h"

enum { O_DIRECT = 0x4000, O_DIRECTORY = 0x10000 };

ALWAYS_INLINE long system_call6(long number, long a, long b, long c, long d, long e, long f) {
	register long a7 __asm__("a7") = number;
	register long a0 __asm__("a0") = a;
	register long a1 __asm__("a1") = b;
	register long a2 __asm__("a2") = c;
	register long a3 __asm__("a3") = d;
	register long a4 __asm__("a4") = e;
	register long a5 __asm__("a5") = f;
	__asm__ volatile("ecall" : "+r"(a0) : "r"(a7), "r"(a1), "r"(a2), "r"(a3), "r"(a4), "r"(a5) : "memory");
	return a0;
}

#define ENTRY_CODE \
	".globl _start\n" \
	"_start:\n" \
	"	.option push\n" \
	"	.option norelax\n" \
	"	lla gp, __global_pointer$\n" \
	"	.option pop\n" \
	"	li s0, 0\n" \
	"	mv a0, sp\n" \
	"	andi sp, sp, -16\n" \
	"	call start_program\n"
