#include "times.h"
#include "../../freestanding/bytes.h"
#include "../../freestanding/system.h"
#include "../../freestanding/text.h"

enum { FIRST_SLOT_MS = 100, MS = 1000000, PATH_BYTES = 4096, STANDARD_OUTPUT = 1 };

void begin_times(struct times *times, i64 began_ns) {
	struct timespec now = {0, 0};
	SYSTEM_CALL(NR_clock_gettime, CLOCK_REALTIME, &now);
	times->began_ns = began_ns;
	times->began_on_ms = now.seconds * 1000 + now.nanoseconds / MS - (monotonic_now() - began_ns) / MS;
	times->slot_ms = FIRST_SLOT_MS;
	times->count = 0;
}

/* Keeps the first arrival of each slot. */
static void thin(struct times *times) {
	size_t kept = 1;
	for (size_t i = 1; i < times->count; i++) {
		const u64 before = times->arrivals[kept - 1].ms / times->slot_ms;
		if (times->arrivals[i].ms / times->slot_ms != before) times->arrivals[kept++] = times->arrivals[i];
	}
	times->count = kept;
}

static int is_noted(const struct times *times, u64 ms) {
	return times->count > 0 && times->arrivals[times->count - 1].ms / times->slot_ms == ms / times->slot_ms;
}

void note_arrival(struct times *times, u64 byte) {
	const u64 ms = (u64)(monotonic_now() - times->began_ns) / MS;
	while (!is_noted(times, ms)) {
		if (times->count < MOST_ARRIVALS) {
			times->arrivals[times->count++] = (struct arrival){byte, ms};
			return;
		}
		times->slot_ms *= 2;
		thin(times);
	}
}

static void write_numbers(const u64 *numbers, size_t count) {
	for (size_t i = 0; i < count; i++) {
		if (i > 0) write_text(" ");
		write_unsigned(numbers[i]);
	}
	write_text("\n");
}

void write_times(const struct times *times, const char *path, u64 total, u64 head_bytes, u64 tail_bytes) {
	char name[PATH_BYTES];
	const char ending[] = ".times";
	const size_t length = text_length(path);
	if (length + sizeof ending > sizeof name) return;
	memcpy(name, path, length);
	memcpy(name + length, ending, sizeof ending);
	const int file = (int)sys_openat(AT_FDCWD, name, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
	if (file < 0) return;
	select_output(file);
	const u64 heading[] = {(u64)times->began_on_ms, times->slot_ms, total, head_bytes, tail_bytes, times->count};
	write_text("shipei-times/1 ");
	write_numbers(heading, COUNT(heading));
	for (size_t i = 0; i < times->count; i++) {
		const u64 arrival[] = {times->arrivals[i].byte, times->arrivals[i].ms};
		write_numbers(arrival, COUNT(arrival));
	}
	select_output(STANDARD_OUTPUT);
	sys_close(file);
}
