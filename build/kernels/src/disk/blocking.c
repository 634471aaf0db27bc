#include "engines.h"
#include "block.h"
#include "prepared-file.h"
#include "transfer.h"
#include "system.h"

void transfer_by_blocking(const struct worker *self, void *memory) {
	struct transfer *transfer = memory;
	static u64 written[REMEMBERED];
	u64 random = (u64)monotonic_now() + self->index;
	u8 *buffer = map_transfer_buffer(transfer->block_bytes);
	u64 count = 0;
	/* The scheduler knows better than we do which processor is near the device. */
	unpin();
	fill_blocks(buffer, transfer->block_bytes, random);
	wait_for_all(self);
	if (self->index == 0) transfer->begin = monotonic_now();
	wait_for_all(self);
	for (int open = 1; open; count++) {
		const u64 offset = next_offset(transfer, &random);
		if (transfer->writes) {
			address_blocks(buffer, transfer->block_bytes, offset);
			written[count % REMEMBERED] = offset;
		}
		const i64 started = monotonic_now();
		const long answer = transfer->writes ? sys_pwrite(transfer->fd, buffer, transfer->block_bytes, (i64)offset)
											 : sys_pread(transfer->fd, buffer, transfer->block_bytes, (i64)offset);
		open = finish_request(transfer, buffer, offset, started, answer);
	}
	if (transfer->writes) check_written(transfer, buffer, written, count);
}
