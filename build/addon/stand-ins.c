// What Debian's static libstdc++ asks of a newer glibc, kept private to the addon.
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_getrandom
#if defined(__x86_64__)
#define SYS_getrandom 318
#else
#define SYS_getrandom 278
#endif
#endif

#define PRIVATE __attribute__((visibility("hidden")))

PRIVATE char __libc_single_threaded = 0;

PRIVATE int getentropy(void *buffer, size_t size)
{
	return syscall(SYS_getrandom, buffer, size, 0) == (long)size ? 0 : -1;
}

PRIVATE unsigned arc4random(void)
{
	unsigned value = 0;
	getentropy(&value, sizeof value);
	return value;
}
