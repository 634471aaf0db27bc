/*
 * How a run ends when there is no figure to report. Nothing else ends the program early, and none of these prints a
 * value.
 */
#pragma once

#include "types.h"

enum exit_code {
	EXIT_OK = 0,
	EXIT_USAGE = 2,
	/* The kernel's own check found another answer than the known one: a broken machine, or a broken program. */
	EXIT_WRONG_ANSWER = 3,
	/* This machine, kernel or file system lacks what the kernel measures. */
	EXIT_UNSUPPORTED = 4,
	/* The operating system refused something the measurement needs. */
	EXIT_SYSTEM = 5,
	/* A worker did not arrive or did not end in time. */
	EXIT_DEADLINE = 6,
	/* 7 belongs to the suites' disk steps: the folder lies in memory. The rest say what a person can do about it. */
	EXIT_NO_SPACE = 8,
	/* No permission, or a file system that is mounted read-only. */
	EXIT_DENIED = 9,
	/* Too little memory, or too few processes or files allowed. */
	EXIT_LIMIT = 10,
	/* The device reported an error: a finding of its own. */
	EXIT_DEVICE = 11,
	/* Somebody killed a worker; as a rule the kernel did, for want of memory. */
	EXIT_KILLED = 12,
};

/* Prints one JSON line with the error and ends; in a worker it tells the coordinator, which prints and ends. */
NORETURN void fail(enum exit_code code, const char *message);

/* The same with two numbers: expected and found, or a kernel's answer. */
NORETURN void fail_with(enum exit_code code, const char *message, u64 expected, u64 found);

/*
 * For a failed system call: `answer` is the negative errno, which decides the exit code, or the length of a transfer that
 * was cut short.
 */
NORETURN void fail_system(const char *message, long answer);

/* For a process that a signal ended. */
NORETURN void fail_killed(const char *message, int signal);

enum numbers {
	NO_NUMBERS,
	/* What was expected and what was found. */
	EXPECTED_AND_FOUND,
	/* `found` is an errno. */
	ERROR_NUMBER,
	/* `found` is a signal. */
	SIGNAL_NUMBER,
};

/* What a worker leaves for the coordinator. Messages are string constants, at the same address in every fork. */
struct failure {
	u32 happened;
	enum exit_code code;
	const char *message;
	enum numbers numbers;
	u64 expected;
	u64 found;
	int worker;
	int cpu;
};

/* From now on fail() in this process stores into `shared` as worker `worker` on `cpu`. */
void fail_as_worker(struct failure *shared, int worker, int cpu);

/* Prints what a worker stored and ends. */
NORETURN void fail_like(const struct failure *failure);
