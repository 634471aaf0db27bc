#include "workers.h"
#include "memory.h"
#include "../failure.h"
#include "../options.h"
#include "../machine/cpu-choice.h"
#include "../machine/cpu-set.h"
#include "system.h"

/* One page that all workers of a run share with the coordinator. */
struct crew {
	u32 arrived;
	u32 round;
	u32 ended;
	struct failure failure;
	long processes[MOST_CPUS];
};

static struct crew *crew;
static i64 deadline_at;

static NORETURN void be_worker(struct worker self, worker_function work, void *shared);
static void wait_until_ended(u32 count);
static NORETURN void end_all(u32 count);

void start_deadline(void) { deadline_at = monotonic_now() + options.deadline; }

int is_overdue(void) { return monotonic_now() > deadline_at; }

void run_workers(u32 count, const int *cpus, worker_function work, void *shared) {
	if (crew == NULL) crew = map_shared(sizeof *crew);
	crew->arrived = 0;
	crew->round = 0;
	crew->ended = 0;
	for (u32 i = 0; i < count; i++) {
		/* The child must not write its 0 into the shared page. */
		const long process = fork_child();
		if (process == 0) be_worker((struct worker){i, cpus[i], count}, work, shared);
		crew->processes[i] = process;
	}
	wait_until_ended(count);
}

void wait_for_all(const struct worker *self) {
	const u32 round = __atomic_load_n(&crew->round, __ATOMIC_ACQUIRE);
	if (__atomic_add_fetch(&crew->arrived, 1, __ATOMIC_ACQ_REL) == self->count) {
		__atomic_store_n(&crew->arrived, 0, __ATOMIC_RELAXED);
		__atomic_store_n(&crew->round, round + 1, __ATOMIC_RELEASE);
		return;
	}
	for (u32 spins = 1; __atomic_load_n(&crew->round, __ATOMIC_ACQUIRE) == round; spins++) {
		if (spins < 4096) continue;
		/* With more workers than free processors a spinning one would keep the last one from arriving. */
		sys_sched_yield();
		if (spins % 64 == 0 && is_overdue()) {
			fail_with(EXIT_DEADLINE, "not all workers arrived in time", self->count, crew->arrived);
		}
	}
}

static void run_on(const int *cpus, u32 count) {
	struct cpu_set set = {0};
	for (u32 i = 0; i < count; i++) add_cpu(&set, (u32)cpus[i]);
	const long answer = sys_sched_setaffinity(sizeof set.words, set.words);
	if (answer < 0) fail_system("cannot pin a process to its processors", answer);
}

void pin_to(int cpu) { run_on(&cpu, 1); }

void unpin(void) {
	const struct cpu_choice *usable = usable_cpus();
	run_on(usable->cpus, usable->count);
}

long fork_child(void) {
	const long parent = sys_getpid();
	const long process = sys_fork();
	if (process < 0) fail_system("cannot start a process", process);
	if (process == 0) {
		sys_prctl(PR_SET_PDEATHSIG, SIGKILL);
		/* The parent may have died before the kernel knew the wish. */
		if (sys_getppid() != parent) sys_exit(EXIT_SYSTEM);
	}
	return process;
}

int wait_for_child(long process) {
	int status = 0;
	long answer = 0;
	for (u32 pause = 1; (answer = sys_wait4(process, &status, WNOHANG)) == 0; pause *= 2) {
		if (is_overdue()) {
			sys_kill(process, SIGKILL);
			fail(EXIT_DEADLINE, "a child process did not end in time");
		}
		const struct timespec moment = {0, 1000 * (i64)(pause < 4096 ? pause : (pause = 4096))};
		sys_sleep(&moment);
	}
	if (answer != process) fail_system("cannot wait for a child", answer);
	if ((status & 0x7f) != 0) fail_killed("a child process was killed by a signal", status & 0x7f);
	return status >> 8 & 0xff;
}

static void be_worker(struct worker self, worker_function work, void *shared) {
	fail_as_worker(&crew->failure, (int)self.index, self.cpu);
	pin_to(self.cpu);
	while (was_given(OPTION_HANG) && options.hang_worker == self.index) sys_sleep(&(struct timespec){1, 0});
	wait_for_all(&self);
	work(&self, shared);
	__atomic_add_fetch(&crew->ended, 1, __ATOMIC_SEQ_CST);
	sys_futex_wake(&crew->ended, 1);
	sys_exit(EXIT_OK);
}

/* A worker that fails says why; one that ends with a status and without a word was killed. */
static struct failure ended_worker(int status) {
	const int signal = status & 0x7f;
	const enum exit_code code = signal == 0 ? EXIT_SYSTEM : EXIT_KILLED;
	return (struct failure){2, code, "a worker was killed", SIGNAL_NUMBER, 0, (u64)signal, -1, -1};
}

/* Sleeps on the count of workers that ended; five times a second it looks whether one of them died instead. */
static void wait_until_ended(u32 count) {
	u32 reaped = 0;
	for (;;) {
		const u32 ended = __atomic_load_n(&crew->ended, __ATOMIC_SEQ_CST);
		int status = 0;
		long process = 0;
		while ((process = sys_wait4(-1, &status, ended == count ? 0 : WNOHANG)) > 0) {
			reaped++;
			if (status != 0 && crew->failure.happened == 0) {
				crew->failure = ended_worker(status);
			}
			if (reaped == count || status != 0) break;
		}
		if (__atomic_load_n(&crew->failure.happened, __ATOMIC_SEQ_CST) != 0) end_all(count);
		if (reaped == count) return;
		if (is_overdue()) {
			crew->failure = (struct failure){
				2, EXIT_DEADLINE, "workers did not end in time", EXPECTED_AND_FOUND, count, ended, -1, -1,
			};
			end_all(count);
		}
		const struct timespec fifth = {0, 200000000};
		sys_futex_wait(&crew->ended, ended, &fifth);
	}
}

static void end_all(u32 count) {
	/* A worker sets 1 before and 2 after it has written its message. */
	for (int tries = 0; tries < 1000 && __atomic_load_n(&crew->failure.happened, __ATOMIC_SEQ_CST) == 1; tries++) {
		sys_sleep(&(struct timespec){0, 1000000});
	}
	for (u32 i = 0; i < count; i++) {
		if (crew->processes[i] > 0) sys_kill(crew->processes[i], SIGKILL);
	}
	fail_like(&crew->failure);
}
