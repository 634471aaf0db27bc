/* x86-64: system call instruction, entry code, constants that differ. */
#pragma once

#include "x64-numbers.h"
#include "generic-constants.h"

enum { O_DIRECT = 0x4000, O_DIRECTORY = 0x10000 };

ALWAYS_INLINE long system_call6(long number, long a, long b, long c, long d, long e, long f) {
	long result;
	register long r10 __asm__("r10") = d;
	register long r8 __asm__("r8") = e;
	register long r9 __asm__("r9") = f;
	__asm__ volatile("syscall"
		: "=a"(result)
		: "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
		: "rcx", "r11", "memory");
	return result;
}

#define ENTRY_CODE \
	".globl _start\n" \
	"_start:\n" \
	"	xor %ebp, %ebp\n" \
	"	mov %rsp, %rdi\n" \
	"	and $-16, %rsp\n" \
	"	call start_program\n"
