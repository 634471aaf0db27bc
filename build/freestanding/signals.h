/*
 * Signals without handlers: block them and read them from a file descriptor.
 * A sigset_t has 8 bytes on most kernels, 16 on MIPS and on old-world Loongson: the size is tried, not assumed.
 */
#pragma once

#include "types.h"

/* Bit of a signal in a mask. */
#define SIGNAL_BIT(signal) (1ul << ((signal) - 1))

/* Replaces the set of blocked signals; a child inherits it over fork and exec. Answers 0 or a negative errno. */
long set_blocked_signals(u64 mask);

/* A file descriptor (close-on-exec) that yields one 128-byte record per blocked signal; its first u32 is the number. */
long open_signal_fd(u64 mask);

enum {
	SIGNAL_RECORD_BYTES = 128
};
