/* Fixed-width names used by every freestanding program. All targets are 64-bit and little-endian. */
#pragma once

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long u64;
typedef signed char i8;
typedef short i16;
typedef int i32;
typedef long i64;
typedef __SIZE_TYPE__ size_t;

_Static_assert(sizeof(u64) == 8 && sizeof(void *) == 8, "only LP64 targets are supported");
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "only little-endian targets are supported");

#define NULL ((void *)0)
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define NOINLINE __attribute__((noinline))
#define NORETURN __attribute__((noreturn))
#define ALWAYS_INLINE static inline __attribute__((always_inline))

/* Hides where a value comes from, so that the compiler can neither fold nor drop the work that depends on it. */
#define OPAQUE(value) __asm__ volatile("" : "+r"(value) : : "memory")
