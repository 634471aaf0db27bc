#include "transfer.h"
#include "block.h"
#include "../failure.h"
#include "../options.h"
#include "../random.h"
#include "system.h"

u64 next_offset(struct transfer *transfer, u64 *random) {
	const u64 blocks = transfer->file_bytes / transfer->block_bytes;
	const u64 block = transfer->is_random ? random_below(random, blocks)
										  : __atomic_fetch_add(&transfer->next, 1, __ATOMIC_RELAXED) % blocks;
	return block * transfer->block_bytes;
}

int finish_request(struct transfer *transfer, u8 *buffer, u64 offset, i64 started, long answer) {
	if (answer < 0) fail_system("a transfer failed", answer);
	if ((u64)answer != transfer->block_bytes) {
		fail_with(EXIT_WRONG_ANSWER, "a transfer was cut short", transfer->block_bytes, (u64)answer);
	}
	const i64 now = monotonic_now();
	if (!transfer->writes) check_some_blocks(buffer, transfer->block_bytes, offset);
	add_sample(transfer->samples, now - started);
	/* The last of all workers decides. */
	i64 end = __atomic_load_n(&transfer->end, __ATOMIC_RELAXED);
	while (end < now &&
		   !__atomic_compare_exchange_n(&transfer->end, &end, now, 0, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
		continue;
	}
	return now - transfer->begin < options.window;
}

void check_written(const struct transfer *transfer, u8 *buffer, const u64 *offsets, u64 count) {
	const u64 kept = count < REMEMBERED ? count : REMEMBERED;
	for (u64 i = 0; i < kept; i++) {
		const long answer = sys_pread(transfer->fd, buffer, transfer->block_bytes, (i64)offsets[i]);
		if ((u64)answer != transfer->block_bytes) fail_system("cannot read back what was written", answer);
		check_blocks(buffer, transfer->block_bytes, offsets[i]);
	}
}
