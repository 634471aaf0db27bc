/*
 * loong64: system call instruction, entry code, constants that differ.
 * Instruction, registers and numbers are the same in the old and the new ABI world. Calls that take a sigset_t differ
 * (its size), as do getrlimit, setrlimit, fstat and newfstatat: the number table leaves the latter out.
 */
#pragma once

#include "generic-numbers.h"
#include "generic-constants.h"

enum { O_DIRECT = 0x4000, O_DIRECTORY = 0x10000 };

ALWAYS_INLINE long system_call6(long number, long a, long b, long c, long d, long e, long f) {
	register long a7 __asm__("$a7") = number;
	register long a0 __asm__("$a0") = a;
	register long a1 __asm__("$a1") = b;
	register long a2 __asm__("$a2") = c;
	register long a3 __asm__("$a3") = d;
	register long a4 __asm__("$a4") = e;
	register long a5 __asm__("$a5") = f;
	__asm__ volatile("syscall 0"
		: "+r"(a0)
		: "r"(a7), "r"(a1), "r"(a2), "r"(a3), "r"(a4), "r"(a5)
		: "$t0", "$t1", "$t2", "$t3", "$t4", "$t5", "$t6", "$t7", "$t8", "memory");
	return a0;
}

#define ENTRY_CODE \
	".globl _start\n" \
	"_start:\n" \
	"	move $fp, $zero\n" \
	"	move $a0, $sp\n" \
	"	bstrins.d $sp, $zero, 3, 0\n" \
	"	bl start_program\n"
