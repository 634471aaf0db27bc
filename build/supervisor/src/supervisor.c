/*
 * Runs one step: in a session of its own, with bounds, until its main process ends or a deadline passes, and ends whatever
 * the step left behind. It is the parent of all orphans below it (subreaper), so nothing escapes by forking twice.
 *
 * Standard input carries the spec (spec.h) and then commands: "s" stop, "k" kill, "p" progress; its end means that the
 * engine is gone. Standard output carries one line of JSON per event: started or failed, exited, ended.
 */
#include "../../freestanding/bytes.h"
#include "../../freestanding/signals.h"
#include "../../freestanding/start.h"
#include "../../freestanding/system.h"
#include "../../freestanding/text.h"
#include "launch.h"
#include "nursery.h"
#include "output.h"
#include "report.h"
#include "spec.h"
#include "supervise.h"
#include "tree.h"

enum {
	MS = 1000000,
	KILL_AGAIN_MS = 10,
	GIVE_UP_MS = 5000,
	WATCH_MS = 50,
	CONTROL = 0,
	AT_REMOVEDIR = 0x200,
};

static struct spec spec;
static struct output outputs[STREAMS];
static struct times times[STREAMS];
static struct ending ending;
static long main_process;
static int control = CONTROL;
static int main_ended, exit_reported, stopping, given_up;
/* Monotonic nanoseconds; 0: not set. */
static i64 started_at, kill_at, give_up_at, watch_at;

/* Also the whole process group at once: that is atomic, so a step that forks fast cannot outrun it. */
static u64 signal_tree(int signal) {
	if (main_process > 0 && !main_ended) sys_kill(-main_process, signal);
	return signal_descendants(signal);
}

static void kill_cgroup(void) {
	char path[4096];
	const char file[] = "/cgroup.kill";
	if (spec.cgroup == NULL) return;
	const size_t length = text_length(spec.cgroup);
	if (length + sizeof file > sizeof path) return;
	memcpy(path, spec.cgroup, length);
	memcpy(path + length, file, sizeof file);
	const int fd = (int)sys_openat(AT_FDCWD, path, O_WRONLY | O_CLOEXEC, 0);
	if (fd < 0) return;
	sys_write(fd, "1", 1);
	sys_close(fd);
}

static void begin_stop(enum cause cause, u64 grace_ms) {
	if (stopping) return;
	stopping = 1;
	if (!main_ended) ending.cause = cause;
	kill_at = monotonic_now() + (i64)grace_ms * MS;
	signal_tree(SIGTERM);
	signal_tree(SIGCONT);
}

static void reap(void) {
	for (;;) {
		int status;
		struct usage usage;
		const long process = SYSTEM_CALL(NR_wait4, -1, &status, WNOHANG, &usage, 0, 0);
		if (process == -EINTR) continue;
		if (process <= 0) return;
		if (process != main_process) continue;
		main_ended = 1;
		ending.duration_ns = monotonic_now() - started_at;
		ending.status = status;
		ending.usage = usage;
	}
}

/* Whether any child is left, dead or alive. Asks without reaping what reap() must see. */
static int has_children(void) {
	enum { WEXITED = 4, WNOWAIT = 0x1000000, P_ALL = 0 };
	u8 info[128];
	return SYSTEM_CALL(NR_waitid, P_ALL, 0, info, WEXITED | WNOHANG | WNOWAIT, 0, 0) != -ECHILD;
}

static void obey(void) {
	char commands[64];
	const long count = sys_read(control, commands, sizeof commands);
	if (count == -EINTR || count == -EAGAIN) return;
	if (count <= 0) {
		control = -1;
		begin_stop(CAUSE_ENGINE, spec.grace_ms);
		return;
	}
	for (long i = 0; i < count; i++) {
		if (commands[i] == 's') begin_stop(CAUSE_STOP, spec.grace_ms);
		if (commands[i] == 'k') {
			begin_stop(CAUSE_STOP, 0);
			kill_at = monotonic_now();
		}
		if (commands[i] == 'p') report_progress(outputs);
	}
}

static void read_signal(int signals) {
	u32 record[SIGNAL_RECORD_BYTES / 4];
	const long count = sys_read(signals, record, sizeof record);
	if (count != sizeof record) return;
	if (record[0] == SIGCHLD) reap();
	else begin_stop(CAUSE_ENGINE, spec.grace_ms);
}

static void watch_limits(i64 now) {
	const u64 page_bytes = auxiliary_value(AT_PAGESZ);
	const struct tree_use use = descendants_use(page_bytes);
	watch_at = now + (i64)WATCH_MS * MS;
	if (spec.processes > 0 && use.processes > spec.processes) {
		begin_stop(CAUSE_PROCESSES, 0);
	} else if (spec.memory_bytes > 0 && use.memory_bytes > spec.memory_bytes) {
		if (descendants_fair_memory(page_bytes) > spec.memory_bytes) begin_stop(CAUSE_MEMORY, 0);
	}
}

static void keep_time(i64 now) {
	if (spec.deadline_ms > 0 && !main_ended && now >= started_at + (i64)spec.deadline_ms * MS) {
		begin_stop(CAUSE_DEADLINE, spec.grace_ms);
	}
	if (watch_at > 0 && !stopping && now >= watch_at) watch_limits(now);
	if (stopping && now >= kill_at) {
		if (give_up_at == 0) give_up_at = now + (i64)GIVE_UP_MS * MS;
		kill_cgroup();
		signal_tree(SIGKILL);
		kill_at = now + (i64)KILL_AGAIN_MS * MS;
		given_up = now >= give_up_at;
	}
}

/* What the kept processes write afterwards goes to files of its own: the step's output is complete. */
static void continue_in_other_files(void) {
	static char paths[STREAMS][4096];
	for (int i = 0; i < STREAMS; i++) {
		struct output *output = &outputs[i];
		const size_t length = text_length(output->path);
		const struct output next = {.pipe = output->pipe, .file = -1, .path = paths[i], .head_bytes = output->head_bytes,
			.tail_bytes = output->tail_bytes, .total = 0, .lost = 0, .times = NULL};
		output->pipe = -1;
		finish_output(output);
		if (length + 6 > sizeof paths[i]) continue;
		memcpy(paths[i], output->path, length);
		memcpy(paths[i] + length, ".kept", 6);
		*output = next;
	}
}

static void end_main(void) {
	exit_reported = 1;
	for (int i = 0; i < STREAMS; i++) drain_output(&outputs[i]);
	const int others = has_children();
	if (others && spec.keep && !stopping) {
		ending.kept = signal_descendants(0);
		const struct output done[STREAMS] = {outputs[STDOUT], outputs[STDERR]};
		continue_in_other_files();
		report_exited(&ending, done);
		return;
	}
	for (int i = 0; i < STREAMS; i++) finish_output(&outputs[i]);
	if (others) {
		ending.strays = signal_descendants(0);
		if (!stopping) begin_stop(ending.cause, ending.strays > 0 ? spec.stray_grace_ms : 0);
	}
	report_exited(&ending, outputs);
}

static i64 next_due(void) {
	i64 due = 0;
	const i64 deadline = spec.deadline_ms > 0 && !main_ended && !stopping ? started_at + (i64)spec.deadline_ms * MS : 0;
	const i64 moments[] = {deadline, stopping ? kill_at : 0, stopping ? 0 : watch_at};
	for (size_t i = 0; i < COUNT(moments); i++) {
		if (moments[i] > 0 && (due == 0 || moments[i] < due)) due = moments[i];
	}
	return due;
}

static void wait_and_act(int signals) {
	struct poll_entry entries[] = {
		{signals, POLLIN, 0},
		{control, POLLIN, 0},
		{outputs[STDOUT].pipe, POLLIN, 0},
		{outputs[STDERR].pipe, POLLIN, 0},
	};
	const i64 due = next_due(), now = monotonic_now();
	const i64 left = due > now ? due - now : 0;
	struct timespec timeout = {left / 1000000000, left % 1000000000};
	sys_poll(entries, COUNT(entries), due > 0 ? &timeout : NULL);
	if (entries[0].returned) read_signal(signals);
	if (entries[1].returned && control >= 0) obey();
	for (int i = 0; i < STREAMS; i++) {
		if (entries[2 + i].returned) pump_output(&outputs[i]);
	}
	keep_time(monotonic_now());
	reap();
}

static void run_step(int signals) {
	while (!given_up) {
		if (main_ended && !exit_reported) end_main();
		if (main_ended && !has_children()) break;
		wait_and_act(signals);
	}
	for (int i = 0; i < STREAMS; i++) finish_output(&outputs[i]);
	ending.unkillable = given_up ? signal_descendants(0) : 0;
}

static int start_step(void) {
	/* Before it: on a busy machine a short step may have ended by the time that launch() comes back. */
	started_at = monotonic_now();
	const struct launched launched = launch(&spec);
	main_process = launched.process;
	if (launched.error != 0) {
		report_failed(launched.failed, launched.error);
		return 0;
	}
	for (int i = 0; i < STREAMS; i++) {
		begin_times(&times[i], started_at);
		outputs[i] = (struct output){.pipe = launched.pipes[i], .file = -1, .path = spec.output[i],
			.head_bytes = spec.head_bytes, .tail_bytes = spec.tail_bytes, .total = 0, .lost = 0, .times = &times[i]};
	}
	if (spec.memory_bytes > 0 || spec.processes > 0) watch_at = started_at + 1;
	report_started(main_process);
	return 1;
}

static int supervise(long parent) {
	const u64 handled = SIGNAL_BIT(SIGCHLD) | SIGNAL_BIT(SIGTERM) | SIGNAL_BIT(SIGHUP) | SIGNAL_BIT(SIGINT);
	/* Blocked and never read: writing to an engine that is gone shall fail, not kill. */
	set_blocked_signals(handled | SIGNAL_BIT(SIGPIPE));
	sys_setsid();
	sys_prctl(PR_SET_PDEATHSIG, SIGTERM);
	const int signals = (int)open_signal_fd(handled);
	if (signals < 0 || sys_prctl(PR_SET_CHILD_SUBREAPER, 1) < 0) return 3;
	/* The death signal comes only for deaths after it was asked for. */
	if (parent != 0 && sys_getppid() != parent) return 4;
	if (!start_step()) return 0;
	run_step(signals);
	if (spec.cgroup != NULL) sys_unlinkat(AT_FDCWD, spec.cgroup, AT_REMOVEDIR);
	report_ended(&ending, outputs);
	return 0;
}

int supervise_request(char *request, size_t length, long parent) {
	return parse_spec(request, length, &spec) ? supervise(parent) : 2;
}

int program_main(int argc, char **argv, char **envp) {
	(void)envp;
	/* First of all, so that the engine's trial start finds out where this is not allowed (some sandboxes, qemu-user). */
	if (sys_prctl(PR_SET_CHILD_SUBREAPER, 1) < 0) return 3;
	if (argc == 3 && text_equal(argv[1], "--nursery")) return run_nursery(argv);
	return read_spec(CONTROL, &spec) ? supervise((long)spec.parent) : 2;
}
