#include "unit.h"
#include "../random.h"

u32 run_unit(const struct unit *unit, u8 *memory, int corrupt) {
	u32 checksum = 0;
	u32 first = 0;
	/* Seeds are run-time data: the compiler must not know the first one. */
	OPAQUE(first);
	for (u32 seed = first; seed < first + BLOCKS_PER_UNIT; seed++) {
		unit->fill(memory, seed);
		if (corrupt && seed == first) memory[6] ^= 0x10;
		checksum = rotate_left(checksum, 1) ^ unit->work(memory, seed);
	}
	return checksum;
}
