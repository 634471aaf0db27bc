/*
 * System calls without a libc. Each wrapper returns what the kernel returns: a negative errno on failure.
 * The numbers are in arch/<target>-numbers.h, one table each (arm64, loong64 and riscv64 share the generic one).
 */
#pragma once

#include "types.h"

#if defined(__x86_64__)
#include "arch/x64.h"
#elif defined(__aarch64__)
#include "arch/arm64.h"
#elif defined(__loongarch64)
#include "arch/loong64.h"
#elif defined(__riscv) && __riscv_xlen == 64
#include "arch/riscv64.h"
#elif defined(__mips64)
#include "arch/mips64el.h"
#else
#error "no system call layer for this architecture"
#endif

/* The same on every target. */
enum {
	EPERM = 1,
	ENOENT = 2,
	ESRCH = 3,
	EINTR = 4,
	EIO = 5,
	ECHILD = 10,
	EAGAIN = 11,
	ENOMEM = 12,
	EACCES = 13,
	EEXIST = 17,
	EINVAL = 22,
	ENFILE = 23,
	EMFILE = 24,
	EFBIG = 27,
	ENOSPC = 28,
	EROFS = 30,

	AT_FDCWD = -100,
	O_RDONLY = 0,
	O_WRONLY = 1,
	O_RDWR = 2,
	O_TRUNC = 0x200,
	O_CLOEXEC = 0x80000,

	PROT_READ = 1,
	PROT_WRITE = 2,
	MAP_SHARED = 1,
	MAP_PRIVATE = 2,
	MADV_HUGEPAGE = 14,
	MADV_NOHUGEPAGE = 15,

	SIGHUP = 1,
	SIGINT = 2,
	SIGQUIT = 3,
	SIGKILL = 9,
	SIGPIPE = 13,
	SIGTERM = 15,

	WNOHANG = 1,
	CLONE_VM = 0x100,
	CLONE_VFORK = 0x4000,
	PR_SET_PDEATHSIG = 1,
	PR_SET_NAME = 15,
	PR_SET_CHILD_SUBREAPER = 36,

	CLOCK_REALTIME = 0,
	CLOCK_MONOTONIC = 1,
	FUTEX_WAIT = 0,
	FUTEX_WAKE = 1,
};

struct timespec {
	i64 seconds;
	i64 nanoseconds;
};

struct poll_entry {
	int fd;
	short events;
	short returned;
};

enum {
	POLLIN = 1,
	POLLOUT = 4,
	POLLERR = 8,
	POLLHUP = 16
};

/* Missing arguments are zero. */
#define SYSTEM_CALL(...) SYSTEM_CALL_PADDED(__VA_ARGS__, 0, 0, 0, 0, 0, 0)
#define SYSTEM_CALL_PADDED(n, a, b, c, d, e, f, ...) \
	system_call6(n, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), (long)(f))

/* Files */
ALWAYS_INLINE long sys_read(int fd, void *bytes, size_t length) { return SYSTEM_CALL(NR_read, fd, bytes, length); }
ALWAYS_INLINE long sys_write(int fd, const void *bytes, size_t length) {
	return SYSTEM_CALL(NR_write, fd, bytes, length);
}
ALWAYS_INLINE long sys_pread(int fd, void *bytes, size_t length, i64 offset) {
	return SYSTEM_CALL(NR_pread64, fd, bytes, length, offset);
}
ALWAYS_INLINE long sys_pwrite(int fd, const void *bytes, size_t length, i64 offset) {
	return SYSTEM_CALL(NR_pwrite64, fd, bytes, length, offset);
}
ALWAYS_INLINE long sys_openat(int directory, const char *path, int flags, int mode) {
	return SYSTEM_CALL(NR_openat, directory, path, flags, mode);
}
ALWAYS_INLINE long sys_close(int fd) { return SYSTEM_CALL(NR_close, fd); }
ALWAYS_INLINE long sys_lseek(int fd, i64 offset, int whence) { return SYSTEM_CALL(NR_lseek, fd, offset, whence); }
ALWAYS_INLINE long sys_fsync(int fd) { return SYSTEM_CALL(NR_fsync, fd); }
ALWAYS_INLINE long sys_fdatasync(int fd) { return SYSTEM_CALL(NR_fdatasync, fd); }
ALWAYS_INLINE long sys_fallocate(int fd, int mode, i64 offset, i64 length) {
	return SYSTEM_CALL(NR_fallocate, fd, mode, offset, length);
}
ALWAYS_INLINE long sys_unlinkat(int directory, const char *path, int flags) {
	return SYSTEM_CALL(NR_unlinkat, directory, path, flags);
}
ALWAYS_INLINE long sys_getdents64(int fd, void *entries, size_t length) {
	return SYSTEM_CALL(NR_getdents64, fd, entries, length);
}
ALWAYS_INLINE long sys_fcntl(int fd, int command, long value) { return SYSTEM_CALL(NR_fcntl, fd, command, value); }
ALWAYS_INLINE long sys_dup3(int fd, int copy, int flags) { return SYSTEM_CALL(NR_dup3, fd, copy, flags); }
ALWAYS_INLINE long sys_pipe2(int ends[2], int flags) { return SYSTEM_CALL(NR_pipe2, ends, flags); }
ALWAYS_INLINE long sys_chdir(const char *path) { return SYSTEM_CALL(NR_chdir, path); }
/* Without a signal mask, so that the size of a sigset_t (16 bytes in the old Loongson world) does not matter. */
ALWAYS_INLINE long sys_poll(struct poll_entry *entries, size_t count, struct timespec *timeout) {
	return SYSTEM_CALL(NR_ppoll, entries, count, timeout);
}

/* Memory */
ALWAYS_INLINE long sys_mmap(size_t length, int protection, int flags) {
	return SYSTEM_CALL(NR_mmap, 0, length, protection, flags, -1);
}
ALWAYS_INLINE long sys_munmap(void *address, size_t length) { return SYSTEM_CALL(NR_munmap, address, length); }
ALWAYS_INLINE long sys_madvise(void *address, size_t length, int advice) {
	return SYSTEM_CALL(NR_madvise, address, length, advice);
}
ALWAYS_INLINE long sys_set_mempolicy(int mode, const u64 *nodes, size_t bits) {
	return SYSTEM_CALL(NR_set_mempolicy, mode, nodes, bits);
}

/* Processes. The child of sys_fork has its own copy of the memory; sys_vfork's shares it and may only exec or exit. */
ALWAYS_INLINE long sys_fork(void) { return SYSTEM_CALL(NR_clone, SIGCHLD); }
ALWAYS_INLINE long sys_vfork(void) { return SYSTEM_CALL(NR_clone, CLONE_VFORK | CLONE_VM | SIGCHLD); }
ALWAYS_INLINE long sys_execve(const char *path, char *const *arguments, char *const *environment) {
	return SYSTEM_CALL(NR_execve, path, arguments, environment);
}
ALWAYS_INLINE NORETURN void sys_exit(int code) {
	for (;;) SYSTEM_CALL(NR_exit_group, code);
}
ALWAYS_INLINE long sys_wait4(long process, int *status, int options) {
	return SYSTEM_CALL(NR_wait4, process, status, options);
}
ALWAYS_INLINE long sys_kill(long process, int signal) { return SYSTEM_CALL(NR_kill, process, signal); }
ALWAYS_INLINE long sys_getpid(void) { return SYSTEM_CALL(NR_getpid, 0); }
ALWAYS_INLINE long sys_getppid(void) { return SYSTEM_CALL(NR_getppid, 0); }
ALWAYS_INLINE long sys_setsid(void) { return SYSTEM_CALL(NR_setsid, 0); }
ALWAYS_INLINE long sys_setpgid(long process, long group) { return SYSTEM_CALL(NR_setpgid, process, group); }
ALWAYS_INLINE long sys_getpgid(long process) { return SYSTEM_CALL(NR_getpgid, process); }
ALWAYS_INLINE long sys_getsid(long process) { return SYSTEM_CALL(NR_getsid, process); }
ALWAYS_INLINE long sys_prctl(int option, long value) { return SYSTEM_CALL(NR_prctl, option, value); }
/* Linux 5.3 and 5.1; older kernels answer -ENOSYS. */
ALWAYS_INLINE long sys_pidfd_open(long process) { return SYSTEM_CALL(NR_pidfd_open, process); }
ALWAYS_INLINE long sys_pidfd_send_signal(int pidfd, int signal) {
	return SYSTEM_CALL(NR_pidfd_send_signal, pidfd, signal);
}

/* Processors and time */
ALWAYS_INLINE long sys_sched_yield(void) { return SYSTEM_CALL(NR_sched_yield, 0); }
ALWAYS_INLINE long sys_sched_setaffinity(size_t bytes, const u64 *mask) {
	return SYSTEM_CALL(NR_sched_setaffinity, 0, bytes, mask);
}
ALWAYS_INLINE long sys_sched_getaffinity(size_t bytes, u64 *mask) {
	return SYSTEM_CALL(NR_sched_getaffinity, 0, bytes, mask);
}
ALWAYS_INLINE long sys_futex_wait(u32 *word, u32 value, const struct timespec *timeout) {
	return SYSTEM_CALL(NR_futex, word, FUTEX_WAIT, value, timeout);
}
ALWAYS_INLINE long sys_futex_wake(u32 *word, u32 count) { return SYSTEM_CALL(NR_futex, word, FUTEX_WAKE, count); }
ALWAYS_INLINE long sys_sleep(const struct timespec *duration) {
	return SYSTEM_CALL(NR_clock_nanosleep, CLOCK_MONOTONIC, 0, duration);
}
/* Nanoseconds on the monotonic clock. */
ALWAYS_INLINE i64 monotonic_now(void) {
	struct timespec now;
	SYSTEM_CALL(NR_clock_gettime, CLOCK_MONOTONIC, &now);
	return now.seconds * 1000000000 + now.nanoseconds;
}

/* Sockets */
ALWAYS_INLINE long sys_socket(int domain, int type, int protocol) {
	return SYSTEM_CALL(NR_socket, domain, type, protocol);
}
ALWAYS_INLINE long sys_socketpair(int domain, int type, int protocol, int ends[2]) {
	return SYSTEM_CALL(NR_socketpair, domain, type, protocol, ends);
}
ALWAYS_INLINE long sys_bind(int fd, const void *address, u32 length) {
	return SYSTEM_CALL(NR_bind, fd, address, length);
}
ALWAYS_INLINE long sys_listen(int fd, int backlog) { return SYSTEM_CALL(NR_listen, fd, backlog); }
ALWAYS_INLINE long sys_accept(int fd) { return SYSTEM_CALL(NR_accept4, fd); }
ALWAYS_INLINE long sys_connect(int fd, const void *address, u32 length) {
	return SYSTEM_CALL(NR_connect, fd, address, length);
}
ALWAYS_INLINE long sys_getsockname(int fd, void *address, u32 *length) {
	return SYSTEM_CALL(NR_getsockname, fd, address, length);
}
ALWAYS_INLINE long sys_setsockopt(int fd, int level, int name, const void *value, u32 length) {
	return SYSTEM_CALL(NR_setsockopt, fd, level, name, value, length);
}
ALWAYS_INLINE long sys_shutdown(int fd, int how) { return SYSTEM_CALL(NR_shutdown, fd, how); }

/* Linux AIO (qemu-user and some sandboxes answer -ENOSYS) */
ALWAYS_INLINE long sys_io_setup(u32 depth, u64 *context) { return SYSTEM_CALL(NR_io_setup, depth, context); }
ALWAYS_INLINE long sys_io_destroy(u64 context) { return SYSTEM_CALL(NR_io_destroy, context); }
ALWAYS_INLINE long sys_io_submit(u64 context, long count, void *requests) {
	return SYSTEM_CALL(NR_io_submit, context, count, requests);
}
ALWAYS_INLINE long sys_io_getevents(u64 context, long least, long most, void *events, struct timespec *timeout) {
	return SYSTEM_CALL(NR_io_getevents, context, least, most, events, timeout);
}
