#include "spawn.h"
#include "../failure.h"
#include "../machine/cpu-choice.h"
#include "../options.h"
#include "../workers/workers.h"
#include "../workers/samples.h"
#include "start.h"
#include "system.h"

static void spawn_for_window(const struct worker *self, void *memory);
static void fork_for_window(const struct worker *self, void *memory);

void measure_spawn(void) {
	struct samples *samples = new_samples();
	run_workers(1, choose_cpus()->cpus, spawn_for_window, samples);
	report_samples("us", samples, choose_cpus()->cpus, 1);
}

void measure_fork(void) {
	struct samples *samples = new_samples();
	run_workers(1, choose_cpus()->cpus, fork_for_window, samples);
	report_samples("us", samples, choose_cpus()->cpus, 1);
}

static void check_status(int status) {
	if (status == EXIT_SYSTEM << 8) fail(EXIT_SYSTEM, "this program cannot be started anew");
	if (options.corrupt) status ^= 1 << 8;
	if (status != SPAWNED_EXIT << 8) {
		fail_with(EXIT_WRONG_ANSWER, "a child ended with another status", SPAWNED_EXIT << 8, (u64)(u32)status);
	}
}

static void wait_for(long process) {
	int status = 0;
	if (process < 0) fail_system("cannot start a process", process);
	const long answer = sys_wait4(process, &status, 0);
	if (answer != process) fail_system("cannot wait for a child", answer);
	check_status(status);
}

static void spawn_for_window(const struct worker *self, void *memory) {
	/* The file that runs, wherever the name came from; no environment. */
	static char *const arguments[] = {"shipei-kernels", SPAWNED_COMMAND, NULL};
	static char *const environment[] = {NULL};
	const i64 begin = monotonic_now();
	i64 now = begin;
	while (now - begin < options.window && is_room_for_sample(memory)) {
		const i64 start = now;
		const long process = sys_vfork();
		if (process == 0) {
			sys_execve("/proc/self/exe", arguments, environment);
			/* Where there is no /proc: by the name that this program was started by. */
			sys_execve((const char *)auxiliary_value(AT_EXECFN), arguments, environment);
			sys_exit(EXIT_SYSTEM);
		}
		wait_for(process);
		now = monotonic_now();
		add_sample(memory, now - start);
	}
	(void)self;
}

static void fork_for_window(const struct worker *self, void *memory) {
	const i64 begin = monotonic_now();
	i64 now = begin;
	while (now - begin < options.window && is_room_for_sample(memory)) {
		const i64 start = now;
		const long process = sys_fork();
		if (process == 0) sys_exit(SPAWNED_EXIT);
		wait_for(process);
		now = monotonic_now();
		add_sample(memory, now - start);
	}
	(void)self;
}
