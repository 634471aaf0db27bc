/* The processes below this one, found in /proc; zombies do not count. */
#pragma once

#include "../../freestanding/types.h"

struct tree_use {
	u64 processes;
	u64 memory_bytes;
};

/* Sends the signal to every living descendant and answers how many there were. */
u64 signal_descendants(int signal);

/* Living descendants and their resident memory; what they share is counted for each, so it is an upper bound. */
struct tree_use descendants_use(u64 page_bytes);

/* Their memory with shared pages divided among the users; falls back to the upper bound where the kernel cannot tell. */
u64 descendants_fair_memory(u64 page_bytes);

/* Kills every living child of ours that is not in the list. Answers how many there were. */
u64 kill_other_children(const long *known, size_t count);
