#include "array-size.h"
#include "../failure.h"
#include "../machine/caches.h"
#include "../machine/memory-facts.h"
#include "../options.h"
#include "../report.h"

enum {
	MIB = 1 << 20
};

static u64 at_most(u64 value, u64 limit) { return value < limit ? value : limit; }
static u64 at_least(u64 value, u64 limit) { return value > limit ? value : limit; }

struct array_size choose_array_size(const struct cpu_choice *choice) {
	struct array_size size;
	const u64 available = available_memory();
	const u64 most = available > 0 ? at_most(4096ul * MIB, available / 8) : 4096ul * MIB;
	size.last_level = last_level_cache(choice->cpus, choice->count, &size.last_level_source);
	const u64 wanted = at_least(at_least(4 * size.last_level, 128 * MIB), 16ul * MIB * choice->count);
	size.bytes = was_given(OPTION_BYTES) ? options.bytes : at_most(wanted, most);
	/* Whole cache lines for each worker. */
	size.bytes -= size.bytes % (choice->count * 4096ul);
	if (size.bytes == 0) fail(EXIT_USAGE, "--bytes is too small for this many workers");
	size.is_small = size.bytes + choice->count * 4096ul < 4 * size.last_level;
	if (size.is_small && !was_given(OPTION_BYTES)) {
		fail_with(EXIT_UNSUPPORTED, "too little free memory for arrays of four times the cache", 4 * size.last_level,
				  most);
	}
	if (size.is_small) flag("array-small");
	if (available == 0) flag("free-memory-unknown");
	return size;
}
