#include "messaging.h"
#include "../failure.h"
#include "../machine/cpu-choice.h"
#include "../options.h"
#include "../report.h"
#include "../workers/memory.h"
#include "../workers/workers.h"
#include "system.h"

enum {
	SIDE = 20,
	MESSAGE_BYTES = 100,
	MOST_GROUPS = 100,
	MOST_LOOPS = 1000000,
	AF_UNIX = 1,
	EVERYBODY = 1 << 30
};

struct message {
	u64 number;
	u8 rest[MESSAGE_BYTES - 8];
};

struct hall {
	u32 ready;
	u32 go;
	i64 duration;
	/* Sum of the numbers each receiver got. */
	u64 sums[MOST_GROUPS * SIDE];
	long processes[MOST_GROUPS * SIDE * 2];
};

static void wait_for_start(struct hall *hall) {
	__atomic_add_fetch(&hall->ready, 1, __ATOMIC_SEQ_CST);
	sys_futex_wake(&hall->ready, 1);
	while (__atomic_load_n(&hall->go, __ATOMIC_SEQ_CST) == 0) sys_futex_wait(&hall->go, 0, NULL);
}

static NORETURN void send_all(struct hall *hall, const int *receivers) {
	struct message message = {0};
	wait_for_start(hall);
	for (u64 loop = 1; loop <= options.loops; loop++) {
		message.number = loop;
		for (u32 i = 0; i < SIDE; i++) {
			if (sys_write(receivers[i], &message, MESSAGE_BYTES) != MESSAGE_BYTES) sys_exit(EXIT_SYSTEM);
		}
	}
	sys_exit(EXIT_OK);
}

static NORETURN void receive_all(struct hall *hall, int fd, u32 place) {
	union {
		struct message message;
		u8 bytes[sizeof(struct message)];
	} got;
	u64 sum = 0;
	wait_for_start(hall);
	for (u64 left = options.loops * SIDE; left > 0; left--) {
		for (long have = 0; have < MESSAGE_BYTES;) {
			const long count = sys_read(fd, got.bytes + have, (size_t)(MESSAGE_BYTES - have));
			if (count <= 0) sys_exit(EXIT_SYSTEM);
			have += count;
		}
		sum += got.message.number;
	}
	hall->sums[place] = sum;
	sys_exit(EXIT_OK);
}

static void start_group(struct hall *hall, u32 group) {
	int in[SIDE];
	int out[SIDE];
	for (u32 i = 0; i < SIDE; i++) {
		int ends[2];
		const long answer = sys_socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
		if (answer < 0) fail_system("cannot make a pair of sockets", answer);
		in[i] = ends[0];
		out[i] = ends[1];
	}
	for (u32 i = 0; i < SIDE; i++) {
		long *processes = &hall->processes[(group * SIDE + i) * 2];
		/* A child must not write its 0 into the shared page. */
		const long receiver = fork_child();
		if (receiver == 0) receive_all(hall, in[i], group * SIDE + i);
		const long sender = fork_child();
		if (sender == 0) send_all(hall, out);
		processes[0] = receiver;
		processes[1] = sender;
	}
	for (u32 i = 0; i < SIDE; i++) {
		sys_close(in[i]);
		sys_close(out[i]);
	}
}

static void wait_until_ready(struct hall *hall, u32 count) {
	const struct timespec moment = {0, 100000000};
	for (u32 ready; (ready = __atomic_load_n(&hall->ready, __ATOMIC_SEQ_CST)) < count;) {
		if (is_overdue()) fail_with(EXIT_DEADLINE, "not all processes started in time", count, ready);
		sys_futex_wait(&hall->ready, ready, &moment);
	}
}

static void exchange(const struct worker *self, void *memory) {
	struct hall *hall = memory;
	const u32 count = (u32)options.groups * SIDE * 2;
	unpin();
	for (u32 group = 0; group < options.groups; group++) start_group(hall, group);
	wait_until_ready(hall, count);
	const i64 begin = monotonic_now();
	__atomic_store_n(&hall->go, 1, __ATOMIC_SEQ_CST);
	sys_futex_wake(&hall->go, EVERYBODY);
	for (u32 i = 0; i < count; i++) {
		const int code = wait_for_child(hall->processes[i]);
		if (code != EXIT_OK) fail(EXIT_SYSTEM, "a sender or receiver could not use its socket");
	}
	hall->duration = monotonic_now() - begin;
	if (options.corrupt) hall->sums[0] ^= 1;
	const u64 expected = SIDE * (options.loops * (options.loops + 1) / 2);
	for (u32 i = 0; i < options.groups * SIDE; i++) {
		if (hall->sums[i] != expected)
			fail_with(EXIT_WRONG_ANSWER, "a receiver got other messages", expected, hall->sums[i]);
	}
	(void)self;
}

void measure_messaging(void) {
	if (options.groups < 1 || options.groups > MOST_GROUPS || options.loops < 1 || options.loops > MOST_LOOPS) {
		fail(EXIT_USAGE, "--groups takes 1 to 100, --loops 1 to 1000000");
	}
	struct hall *hall = map_shared(sizeof *hall);
	run_workers(1, choose_cpus()->cpus, exchange, hall);
	const double seconds = (double)hall->duration * 1e-9;
	const double messages = (double)(options.groups * SIDE * SIDE * options.loops);
	begin_report((struct figure){"os.messaging", "s", "lower", seconds});
	report_number("seconds", seconds);
	report_count("workers", options.groups * SIDE * 2);
	report_count("checksum", (u64)messages);
	report_count("groups", options.groups);
	report_count("loops", options.loops);
	begin_also();
	report_also((struct figure){"rate", "{message}/s", "higher", messages / seconds});
	end_also();
	end_report();
}
