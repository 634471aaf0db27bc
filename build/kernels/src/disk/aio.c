#include "engines.h"
#include "block.h"
#include "prepared-file.h"
#include "transfer.h"
#include "../failure.h"
#include "system.h"

/* Of linux/aio_abi.h, for little-endian machines. */
struct request {
	u64 tag;
	u32 key;
	u32 flags;
	u16 operation;
	i16 priority;
	u32 fd;
	u64 buffer;
	u64 bytes;
	i64 offset;
	u64 reserved;
	u32 more_flags;
	u32 event_fd;
};

struct event {
	u64 tag;
	u64 request;
	i64 answer;
	i64 more;
};

enum {
	READ = 0,
	WRITE = 1
};

struct queue {
	struct transfer *transfer;
	u64 context;
	u64 random;
	u8 *buffers;
	struct request requests[MOST_DEPTH];
	i64 started[MOST_DEPTH];
	u64 written[REMEMBERED];
	u64 written_count;
};

int has_aio(void) {
	u64 context = 0;
	if (sys_io_setup(1, &context) < 0) return 0;
	sys_io_destroy(context);
	return 1;
}

static u8 *buffer_of(const struct queue *queue, u32 slot) {
	return queue->buffers + slot * queue->transfer->block_bytes;
}

static void submit(struct queue *queue, u32 slot) {
	struct transfer *transfer = queue->transfer;
	const u64 offset = next_offset(transfer, &queue->random);
	if (transfer->writes) {
		address_blocks(buffer_of(queue, slot), transfer->block_bytes, offset);
		queue->written[queue->written_count++ % REMEMBERED] = offset;
	}
	struct request *request = &queue->requests[slot];
	*request = (struct request){
		.tag = slot,
		.operation = transfer->writes ? WRITE : READ,
		.fd = (u32)transfer->fd,
		.buffer = (u64)buffer_of(queue, slot),
		.bytes = transfer->block_bytes,
		.offset = (i64)offset,
	};
	struct request *list[1] = {request};
	queue->started[slot] = monotonic_now();
	const long answer = sys_io_submit(queue->context, 1, list);
	if (answer != 1) fail_system("cannot submit a request", answer);
}

static u32 collect(struct queue *queue) {
	static struct event events[MOST_DEPTH];
	struct timespec patience = {1, 0};
	u32 ended = 0;
	const long count = sys_io_getevents(queue->context, 1, queue->transfer->depth, events, &patience);
	if (count < 0 && count != -EINTR) fail_system("cannot collect requests", count);
	if (count <= 0 && is_overdue()) fail(EXIT_DEADLINE, "the device did not answer in time");
	for (long i = 0; i < count; i++) {
		const u32 slot = (u32)events[i].tag;
		const u64 offset = (u64)queue->requests[slot].offset;
		if (finish_request(queue->transfer, buffer_of(queue, slot), offset, queue->started[slot], events[i].answer)) {
			submit(queue, slot);
		} else {
			ended++;
		}
	}
	return ended;
}

void transfer_by_aio(const struct worker *self, void *memory) {
	static struct queue queue;
	struct transfer *transfer = memory;
	/* The scheduler knows better than we do which processor is near the device. */
	unpin();
	queue.transfer = transfer;
	queue.random = (u64)monotonic_now() + self->index;
	queue.buffers = map_transfer_buffer(transfer->depth * transfer->block_bytes);
	fill_blocks(queue.buffers, transfer->depth * transfer->block_bytes, queue.random);
	const long answer = sys_io_setup(transfer->depth, &queue.context);
	if (answer < 0) fail_system("cannot set up asynchronous requests", answer);
	wait_for_all(self);
	if (self->index == 0) transfer->begin = monotonic_now();
	wait_for_all(self);
	for (u32 slot = 0; slot < transfer->depth; slot++) submit(&queue, slot);
	for (u32 in_flight = transfer->depth; in_flight > 0;) in_flight -= collect(&queue);
	if (transfer->writes) check_written(transfer, queue.buffers, queue.written, queue.written_count);
}
