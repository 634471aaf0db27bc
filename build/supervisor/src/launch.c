#include "launch.h"
#include "../../freestanding/bytes.h"
#include "../../freestanding/signals.h"
#include "../../freestanding/start.h"
#include "../../freestanding/system.h"
#include "../../freestanding/text.h"

enum {
	F_SETFL = 4,
	RLIMIT_FSIZE = 1,
	RLIMIT_CORE = 4,
	CLOSE_RANGE_CLOEXEC = 4,
	PATH_BYTES = 4096,
};
/* MIPS numbers the limits from 5 on differently. */
#if defined(__mips64)
enum { RLIMIT_NOFILE = 5 };
#else
enum { RLIMIT_NOFILE = 7 };
#endif

/* Indexes into failures[]: the child tells the parent through a pipe which part failed. */
enum { IN_LIMITS, IN_FILES, IN_DIRECTORY, IN_EXEC };
static const char *const failures[] = {"limits", "files", "directory", "exec"};

struct failure {
	u32 part;
	u32 error;
};

static NORETURN void fail(int fd, u32 part, long error) {
	const struct failure failure = {part, (u32)-error};
	sys_write(fd, &failure, sizeof failure);
	sys_exit(127);
}

static long lower_limit(int resource, u64 value) {
	const u64 limit[2] = {value, value};
	return SYSTEM_CALL(NR_prlimit64, 0, resource, limit, 0, 0, 0);
}

static void set_limits(const struct spec *spec, int failed) {
	long error = lower_limit(RLIMIT_CORE, 0);
	if (error == 0 && spec->file_bytes > 0) error = lower_limit(RLIMIT_FSIZE, spec->file_bytes);
	if (error == 0 && spec->open_files > 0) error = lower_limit(RLIMIT_NOFILE, spec->open_files);
	if (error < 0) fail(failed, IN_LIMITS, error);
}

static void write_file(const char *path, const char *text) {
	const int fd = (int)sys_openat(AT_FDCWD, path, O_WRONLY | O_CLOEXEC, 0);
	if (fd < 0) return;
	sys_write(fd, text, text_length(text));
	sys_close(fd);
}

static void join_cgroup(const char *directory) {
	char path[PATH_BYTES];
	const char file[] = "/cgroup.procs";
	const size_t length = text_length(directory);
	if (length + sizeof file > sizeof path) return;
	memcpy(path, directory, length);
	memcpy(path + length, file, sizeof file);
	write_file(path, "0");
}

/* Like execvp: a name without a slash is looked for in the step's own PATH. */
static long execute(const struct spec *spec) {
	char path[PATH_BYTES];
	const char *name = spec->arguments[0];
	const size_t length = text_length(name);
	long worst = -ENOENT;
	for (const char *cursor = name; *cursor != '\0'; cursor++) {
		if (*cursor == '/') return sys_execve(name, spec->arguments, spec->environment);
	}
	const char *search = environment_value(spec->environment, "PATH");
	if (search == NULL) search = "/usr/bin:/bin";
	while (length > 0 && *search != '\0') {
		size_t part = 0;
		while (search[part] != '\0' && search[part] != ':') part++;
		if (part > 0 && part + length + 2 <= sizeof path) {
			memcpy(path, search, part);
			path[part] = '/';
			memcpy(path + part + 1, name, length + 1);
			const long error = sys_execve(path, spec->arguments, spec->environment);
			if (error != -ENOENT && error != -20 /* ENOTDIR */) worst = error;
		}
		search += part + (search[part] == ':');
	}
	return worst;
}

static NORETURN void become_step(const struct spec *spec, long parent, const int ends[STREAMS], int failed) {
	sys_setsid();
	/* Should the supervisor be killed, its step goes with it; it may already be gone. */
	sys_prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (sys_getppid() != parent) sys_exit(127);
	if (spec->cgroup != NULL) join_cgroup(spec->cgroup);
	/* When memory runs out, the kernel shall take the step and not the desktop or the engine. */
	write_file("/proc/self/oom_score_adj", "500");
	set_limits(spec, failed);
	const char *input = spec->input != NULL ? spec->input : "/dev/null";
	const long stdin = sys_openat(AT_FDCWD, input, O_RDONLY | O_CLOEXEC, 0);
	if (stdin < 0) fail(failed, IN_FILES, stdin);
	const int standard[3] = {(int)stdin, ends[STDOUT], ends[STDERR]};
	for (int i = 0; i < 3; i++) {
		const long error = sys_dup3(standard[i], i, 0);
		if (error < 0) fail(failed, IN_FILES, error);
	}
	/* The engine opens everything close-on-exec; this is for what its own parent left open (kernels before 5.11 lack it). */
	SYSTEM_CALL(NR_close_range, 3, ~0u, CLOSE_RANGE_CLOEXEC, 0, 0, 0);
	const long error = sys_chdir(spec->directory);
	if (error < 0) fail(failed, IN_DIRECTORY, error);
	set_blocked_signals(0);
	fail(failed, IN_EXEC, execute(spec));
}

struct launched launch(const struct spec *spec) {
	struct launched launched = {.process = -1, .pipes = {-1, -1}, .error = 0, .failed = "fork"};
	int ends[STREAMS][2], failed[2];
	long error = sys_pipe2(failed, O_CLOEXEC);
	for (int i = 0; i < STREAMS && error == 0; i++) error = sys_pipe2(ends[i], O_CLOEXEC);
	const long self = sys_getpid();
	if (error == 0) launched.process = error = sys_fork();
	if (error < 0) {
		launched.error = -error;
		return launched;
	}
	if (error == 0) {
		const int writing[STREAMS] = {ends[STDOUT][1], ends[STDERR][1]};
		become_step(spec, self, writing, failed[1]);
	}
	for (int i = 0; i < STREAMS; i++) {
		sys_close(ends[i][1]);
		sys_fcntl(ends[i][0], F_SETFL, O_NONBLOCK);
		launched.pipes[i] = ends[i][0];
	}
	sys_close(failed[1]);
	struct failure failure;
	if (sys_read(failed[0], &failure, sizeof failure) == (long)sizeof failure) {
		launched.error = failure.error;
		launched.failed = failures[failure.part];
	}
	sys_close(failed[0]);
	return launched;
}
