#include "output.h"
#include "../../freestanding/bytes.h"
#include "../../freestanding/system.h"
#include "../../freestanding/text.h"

enum { BUFFER_BYTES = 65536, F_GETPIPE_SZ = 1032, ASSUMED_PIPE_BYTES = 65536 };

static u8 buffer[BUFFER_BYTES];

static size_t store_at(int file, const u8 *bytes, size_t length, u64 offset) {
	size_t stored = 0;
	while (stored < length) {
		const long count = sys_pwrite(file, bytes + stored, length - stored, (i64)(offset + stored));
		if (count == -EINTR) continue;
		if (count <= 0) break;
		stored += (size_t)count;
	}
	return stored;
}

/* Bytes behind the head go round and round in a ring of tail_bytes. */
static void store(struct output *output, const u8 *bytes, size_t length) {
	if (output->file < 0) {
		output->file = (int)sys_openat(AT_FDCWD, output->path, O_CREAT | O_RDWR | O_TRUNC | O_CLOEXEC, 0600);
	}
	while (length > 0) {
		const u64 behind = output->total - output->head_bytes;
		const int in_head = output->total < output->head_bytes;
		const u64 at = in_head ? output->total : output->head_bytes + behind % output->tail_bytes;
		const u64 room = in_head ? output->head_bytes - output->total : output->tail_bytes - behind % output->tail_bytes;
		const size_t part = length < room ? length : (size_t)room;
		const size_t stored = output->file < 0 ? 0 : store_at(output->file, bytes, part, at);
		output->lost += part - stored;
		output->total += part;
		bytes += part;
		length -= part;
	}
}

static long read_some(struct output *output) {
	const long count = output->pipe < 0 ? 0 : sys_read(output->pipe, buffer, sizeof buffer);
	if (count <= 0) return count;
	if (output->times != NULL) note_arrival(output->times, output->total);
	store(output, buffer, (size_t)count);
	return count;
}

static void close_pipe(struct output *output) {
	if (output->pipe >= 0) sys_close(output->pipe);
	output->pipe = -1;
}

int pump_output(struct output *output) {
	const long count = read_some(output);
	if (count > 0 || count == -EAGAIN || count == -EINTR) return 1;
	close_pipe(output);
	return 0;
}

void drain_output(struct output *output) {
	if (output->pipe < 0) return;
	const long capacity = sys_fcntl(output->pipe, F_GETPIPE_SZ, 0);
	long left = capacity > 0 ? capacity : ASSUMED_PIPE_BYTES;
	while (left > 0) {
		const long count = read_some(output);
		if (count == -EINTR) continue;
		if (count <= 0) break;
		left -= count;
	}
}

u64 output_cut(const struct output *output) {
	const u64 kept = output->head_bytes + output->tail_bytes;
	return output->total > kept ? output->total - kept : 0;
}

static size_t write_mark(char *mark, u64 cut) {
	char digits[20];
	size_t first = sizeof digits, length = 0;
	const char before[] = "\n[shipei: ", after[] = " bytes cut here]\n";
	do digits[--first] = (char)('0' + cut % 10);
	while ((cut /= 10) != 0);
	memcpy(mark, before, sizeof before - 1), length += sizeof before - 1;
	memcpy(mark + length, digits + first, sizeof digits - first), length += sizeof digits - first;
	memcpy(mark + length, after, sizeof after - 1), length += sizeof after - 1;
	return length;
}

/* Turns the ring into a line behind the mark. */
static void straighten(struct output *output) {
	char mark[64];
	const u64 tail = output->tail_bytes;
	const u64 oldest = (output->total - output->head_bytes) % tail;
	u8 *ring = (u8 *)sys_mmap(tail, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS);
	if ((long)ring < 0) {
		output->lost += tail;
		return;
	}
	for (u64 at = 0; at < tail;) {
		const long count = sys_pread(output->file, ring + at, tail - at, (i64)(output->head_bytes + at));
		if (count == -EINTR) continue;
		if (count <= 0) break;
		at += (u64)count;
	}
	const size_t length = write_mark(mark, output_cut(output));
	const u64 behind = output->head_bytes + length;
	u64 stored = store_at(output->file, (const u8 *)mark, length, output->head_bytes);
	stored += store_at(output->file, ring + oldest, tail - oldest, behind);
	stored += store_at(output->file, ring, oldest, behind + tail - oldest);
	output->lost += tail + length - stored;
	sys_munmap(ring, tail);
}

void finish_output(struct output *output) {
	close_pipe(output);
	if (output->file < 0) return;
	if (output_cut(output) > 0) straighten(output);
	sys_close(output->file);
	output->file = -1;
	/* Of a file with holes nobody could say which byte is which. */
	if (output->times == NULL || output->lost > 0) return;
	write_times(output->times, output->path, output->total, output->head_bytes, output->tail_bytes);
}
