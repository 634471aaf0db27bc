#include "chase.h"
#include "../failure.h"
#include "../options.h"
#include "../random.h"
#include "system.h"

static void **node(const struct chase *chase, u64 index) { return (void **)(chase->memory + index * NODE_BYTES); }

static u64 cycle_length(const struct chase *chase) {
	u64 length = 0;
	void *position = chase->memory;
	do position = *(void **)position, length++;
	while (position != chase->memory && length <= chase->nodes);
	return length;
}

/* Sattolo's shuffle makes a permutation of a single cycle. Real pointers: index arithmetic would add to each load. */
void build_chase(struct chase *chase, u8 *memory, u64 bytes, u64 seed) {
	*chase = (struct chase){.memory = memory, .nodes = bytes / NODE_BYTES, .position = memory};
	for (u64 i = 0; i < chase->nodes; i++) *node(chase, i) = node(chase, i);
	for (u64 i = chase->nodes - 1; i > 0; i--) {
		void **here = node(chase, i);
		void **there = node(chase, random_below(&seed, i));
		void *target = *here;
		*here = *there;
		*there = target;
	}
	if (options.corrupt) *node(chase, chase->nodes / 2) = node(chase, chase->nodes / 2);
	const u64 length = cycle_length(chase);
	if (length != chase->nodes) fail_with(EXIT_WRONG_ANSWER, "the chain is not one cycle", chase->nodes, length);
}

static NOINLINE void *walk(void *position) {
	void **p = position;
	for (u32 i = 0; i < STEPS_PER_CALL; i += 16) {
		p = *p, p = *p, p = *p, p = *p, p = *p, p = *p, p = *p, p = *p;
		p = *p, p = *p, p = *p, p = *p, p = *p, p = *p, p = *p, p = *p;
	}
	return p;
}

double time_chase(struct chase *chase, i64 window, i64 *duration) {
	const i64 begin = monotonic_now();
	i64 now = begin;
	while (now - begin < window) {
		chase->position = walk(chase->position);
		OPAQUE(chase->position);
		chase->steps += STEPS_PER_CALL;
		now = monotonic_now();
	}
	*duration = now - begin;
	return (double)*duration / (double)chase->steps;
}

void check_chase(const struct chase *chase) {
	void *expected = chase->memory;
	for (u64 left = chase->steps % chase->nodes; left > 0; left--) expected = *(void **)expected;
	if (expected != chase->position) {
		fail_with(EXIT_WRONG_ANSWER, "the chain led to another place", (u64)expected, (u64)chase->position);
	}
}
