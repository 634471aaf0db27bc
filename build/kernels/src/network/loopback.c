#include "loopback.h"
#include "../failure.h"
#include "../machine/cpu-choice.h"
#include "../options.h"
#include "../report.h"
#include "../workers/memory.h"
#include "../workers/samples.h"
#include "../workers/workers.h"
#include "system.h"

enum {
	AF_INET = 2,
	TCP = 6,
	TCP_NODELAY = 1,
	SHUT_WR = 1,
	PIECE_BYTES = 128 * 1024,
	STOP = 255
};

struct internet_address {
	u16 family;
	u16 port;
	u8 address[4];
	u8 zero[8];
};

struct line {
	int listener;
	struct internet_address address;
	u32 stop;
	u64 sent;
	u64 received_in_window;
	i64 window;
	struct samples *samples;
};

static struct line *open_line(void) {
	struct line *line = map_shared(sizeof *line);
	u32 length = sizeof line->address;
	line->address = (struct internet_address){.family = AF_INET, .address = {127, 0, 0, 1}};
	long answer = sys_socket(AF_INET, SOCK_STREAM | O_CLOEXEC, 0);
	line->listener = (int)answer;
	if (answer >= 0) answer = sys_bind(line->listener, &line->address, length);
	if (answer >= 0) answer = sys_listen(line->listener, 1);
	if (answer >= 0) answer = sys_getsockname(line->listener, &line->address, &length);
	if (answer < 0) fail_system("cannot listen on the loopback address", answer);
	return line;
}

/* The first worker accepts, the second one connects. */
static int connect_worker(const struct worker *self, const struct line *line) {
	const int yes = 1;
	long fd = 0;
	if (self->index == 0) {
		fd = sys_accept(line->listener);
	} else {
		fd = sys_socket(AF_INET, SOCK_STREAM | O_CLOEXEC, 0);
		if (fd >= 0) {
			const long answer = sys_connect((int)fd, &line->address, sizeof line->address);
			if (answer < 0) fail_system("cannot connect to the loopback address", answer);
		}
	}
	if (fd < 0) fail_system("cannot make a connection", fd);
	sys_setsockopt((int)fd, TCP, TCP_NODELAY, &yes, sizeof yes);
	return (int)fd;
}

static u8 pattern(u64 at) { return (u8)(at % PIECE_BYTES * 131 >> 3); }

static void send_stream(int fd, struct line *line) {
	u8 *piece = map_memory(PIECE_BYTES, PAGES_DEFAULT);
	u64 sent = 0;
	for (u64 i = 0; i < PIECE_BYTES; i++) piece[i] = pattern(i);
	while (__atomic_load_n(&line->stop, __ATOMIC_ACQUIRE) == 0) {
		const u64 at = sent % PIECE_BYTES;
		const long count = sys_write(fd, piece + at, PIECE_BYTES - at);
		if (count <= 0) fail_system("cannot send", count);
		sent += (u64)count;
	}
	line->sent = sent;
	sys_shutdown(fd, SHUT_WR);
}

static void receive_stream(int fd, struct line *line) {
	u8 *piece = map_memory(PIECE_BYTES, PAGES_DEFAULT);
	u64 received = 0;
	const i64 begin = monotonic_now();
	for (;;) {
		const long count = sys_read(fd, piece, PIECE_BYTES);
		if (count < 0) fail_system("cannot receive", count);
		if (count == 0) break;
		if (options.corrupt) piece[0] ^= 1;
		if (piece[0] != pattern(received) || piece[count - 1] != pattern(received + (u64)count - 1)) {
			fail_with(EXIT_WRONG_ANSWER, "other bytes came than were sent", pattern(received), piece[0]);
		}
		received += (u64)count;
		if (line->window != 0) continue;
		const i64 elapsed = monotonic_now() - begin;
		if (elapsed < options.window) continue;
		line->received_in_window = received;
		line->window = elapsed;
		__atomic_store_n(&line->stop, 1, __ATOMIC_RELEASE);
	}
	if (received != line->sent) fail_with(EXIT_WRONG_ANSWER, "bytes were lost", line->sent, received);
}

static void stream(const struct worker *self, void *memory) {
	struct line *line = memory;
	const int fd = connect_worker(self, line);
	if (self->index == 0)
		receive_stream(fd, line);
	else
		send_stream(fd, line);
}

static u8 receive_byte(int fd) {
	u8 byte = 0;
	const long count = sys_read(fd, &byte, 1);
	if (count != 1) fail_system("cannot receive", count);
	return byte;
}

static void send_byte(int fd, u8 byte) {
	const long count = sys_write(fd, &byte, 1);
	if (count != 1) fail_system("cannot send", count);
}

static void ask(int fd, struct samples *samples) {
	const i64 begin = monotonic_now();
	i64 now = begin;
	for (u8 byte = 0; now - begin < options.window && is_room_for_sample(samples); byte = (byte + 1) % STOP) {
		const i64 start = now;
		send_byte(fd, byte);
		u8 echo = receive_byte(fd);
		now = monotonic_now();
		if (options.corrupt) echo ^= 1;
		if (echo != (u8)(byte + 1)) fail_with(EXIT_WRONG_ANSWER, "the echo is wrong", (u8)(byte + 1), echo);
		add_sample(samples, now - start);
	}
	send_byte(fd, STOP);
}

static void round_trips(const struct worker *self, void *memory) {
	struct line *line = memory;
	const int fd = connect_worker(self, line);
	if (self->index == 0) {
		ask(fd, line->samples);
		return;
	}
	for (u8 byte; (byte = receive_byte(fd)) != STOP;) send_byte(fd, (u8)(byte + 1));
}

/* Two processors where there are two. */
static void choose_pair(int cpus[2]) {
	const struct cpu_choice *usable = usable_cpus();
	cpus[0] = usable->cpus[0];
	cpus[1] = usable->cpus[usable->count > 1 ? 1 : 0];
	if (usable->count == 1) flag("one-processor");
}

void measure_loopback_stream(void) {
	int cpus[2];
	choose_pair(cpus);
	struct line *line = open_line();
	run_workers(2, cpus, stream, line);
	const double seconds = (double)line->window * 1e-9;
	begin_report((struct figure){"net.lo.stream", "By/s", "higher", (double)line->received_in_window / seconds});
	report_number("seconds", seconds);
	report_count("workers", 2);
	report_count("checksum", line->sent);
	report_cpus(cpus, 2);
	report_count("pieceBytes", PIECE_BYTES);
	end_report();
}

void measure_loopback_round_trip(void) {
	int cpus[2];
	choose_pair(cpus);
	struct line *line = open_line();
	line->samples = new_samples();
	run_workers(2, cpus, round_trips, line);
	report_samples("us", line->samples, cpus, 2);
}
