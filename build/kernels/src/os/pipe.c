#include "pipe.h"
#include "../failure.h"
#include "../machine/cpu-choice.h"
#include "../options.h"
#include "../workers/memory.h"
#include "../workers/samples.h"
#include "../workers/workers.h"
#include "system.h"
#include "text.h"

enum {
	STOP = 255,
	TRIPS_PER_LOOK = 16
};

struct pipes {
	int there[2];
	int back[2];
	struct samples *samples;
};

static void send_byte(int fd, u8 byte) {
	const long count = sys_write(fd, &byte, 1);
	if (count != 1) fail_system("cannot write to the pipe", count);
}

static u8 receive_byte(int fd) {
	u8 byte = 0;
	const long count = sys_read(fd, &byte, 1);
	if (count != 1) fail_system("cannot read from the pipe", count);
	return byte;
}

static void answer(const struct pipes *pipes) {
	for (u8 byte; (byte = receive_byte(pipes->there[0])) != STOP;) send_byte(pipes->back[1], (u8)(byte + 1));
}

static void ask(const struct pipes *pipes) {
	const i64 begin = monotonic_now();
	i64 now = begin;
	for (u8 byte = 0; now - begin < options.window && is_room_for_sample(pipes->samples); byte = (byte + 1) % STOP) {
		const i64 start = now;
		send_byte(pipes->there[1], byte);
		u8 echo = receive_byte(pipes->back[0]);
		now = monotonic_now();
		if (options.corrupt) echo ^= 1;
		if (echo != (u8)(byte + 1)) fail_with(EXIT_WRONG_ANSWER, "the echo is wrong", (u8)(byte + 1), echo);
		add_sample(pipes->samples, now - start);
	}
	send_byte(pipes->there[1], STOP);
}

static void play(const struct worker *self, void *memory) {
	if (self->index == 0)
		ask(memory);
	else
		answer(memory);
}

static void open_pipe(int ends[2]) {
	const long made = sys_pipe2(ends, O_CLOEXEC);
	if (made < 0) fail_system("cannot make a pipe", made);
}

void measure_pipe(void) {
	const struct cpu_choice *usable = usable_cpus();
	const int is_cross = text_equal(options.kernel, "os.pipe.cross");
	if (is_cross && usable->count < 2) fail(EXIT_UNSUPPORTED, "two processors are needed");
	const int cpus[2] = {usable->cpus[0], usable->cpus[is_cross ? 1 : 0]};
	struct pipes *pipes = map_shared(sizeof *pipes);
	pipes->samples = new_samples();
	open_pipe(pipes->there);
	open_pipe(pipes->back);
	run_workers(2, cpus, play, pipes);
	report_samples("us", pipes->samples, cpus, 2);
}
