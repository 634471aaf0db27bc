/*
 * mips64el (N64, Loongson 3A3000 and 3A4000): system call instruction, entry code, constants that differ.
 * The kernel answers with a positive error number and a flag in $7; callers see the usual negative number.
 */
#pragma once

#include "mips64el-numbers.h"
#include "mips64el-constants.h"

ALWAYS_INLINE long system_call6(long number, long a, long b, long c, long d, long e, long f) {
	register long v0 __asm__("$2") = number;
	register long a0 __asm__("$4") = a;
	register long a1 __asm__("$5") = b;
	register long a2 __asm__("$6") = c;
	register long a3 __asm__("$7") = d;
	register long a4 __asm__("$8") = e;
	register long a5 __asm__("$9") = f;
	__asm__ volatile("syscall"
		: "+r"(v0), "+r"(a3)
		: "r"(a0), "r"(a1), "r"(a2), "r"(a4), "r"(a5)
		: "$1", "$3", "$10", "$11", "$12", "$13", "$14", "$15", "$24", "$25", "hi", "lo", "memory");
	return a3 != 0 ? -v0 : v0;
}

#define ENTRY_CODE \
	".globl __start\n" \
	"__start:\n" \
	"	move $30, $0\n" \
	"	move $4, $29\n" \
	"	dli $2, -16\n" \
	"	and $29, $29, $2\n" \
	"	jal start_program\n" \
	"	nop\n"
