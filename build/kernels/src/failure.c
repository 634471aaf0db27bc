#include "failure.h"
#include "options.h"
#include "system-error.h"
#include "system.h"
#include "text.h"

static struct failure *shared_failure;
static int own_worker = -1;
static int own_cpu = -1;

static NORETURN void end_with(const struct failure *failure);

void fail(enum exit_code code, const char *message) {
	end_with(&(struct failure){.code = code, .message = message, .worker = own_worker, .cpu = own_cpu});
}

static NORETURN void end_with_numbers(enum exit_code code, const char *message, enum numbers numbers, u64 expected,
									  u64 found) {
	end_with(&(struct failure){
		.code = code,
		.message = message,
		.numbers = numbers,
		.expected = expected,
		.found = found,
		.worker = own_worker,
		.cpu = own_cpu,
	});
}

void fail_with(enum exit_code code, const char *message, u64 expected, u64 found) {
	end_with_numbers(code, message, EXPECTED_AND_FOUND, expected, found);
}

void fail_system(const char *message, long answer) {
	if (answer >= 0) fail(EXIT_SYSTEM, message);
	end_with_numbers(exit_code_of_error((u64)-answer), message, ERROR_NUMBER, 0, (u64)-answer);
}

void fail_killed(const char *message, int signal) {
	end_with_numbers(EXIT_KILLED, message, SIGNAL_NUMBER, 0, (u64)signal);
}

void fail_as_worker(struct failure *shared, int worker, int cpu) {
	shared_failure = shared;
	own_worker = worker;
	own_cpu = cpu;
}

void fail_like(const struct failure *failure) {
	shared_failure = NULL;
	end_with(failure);
}

static const char *code_name(enum exit_code code) {
	switch (code) {
		case EXIT_USAGE:
			return "usage";
		case EXIT_WRONG_ANSWER:
			return "wrong-answer";
		case EXIT_UNSUPPORTED:
			return "unsupported";
		case EXIT_DEADLINE:
			return "deadline";
		case EXIT_NO_SPACE:
			return "no-space";
		case EXIT_DENIED:
			return "denied";
		case EXIT_LIMIT:
			return "limit";
		case EXIT_DEVICE:
			return "device-error";
		case EXIT_KILLED:
			return "killed";
		default:
			return "system";
	}
}

static void print_number(const char *name, u64 number) {
	write_text(",");
	write_json_text(name);
	write_text(":");
	write_unsigned(number);
}

static void print_numbers(const struct failure *failure) {
	switch (failure->numbers) {
		case EXPECTED_AND_FOUND:
			print_number("expected", failure->expected);
			print_number("found", failure->found);
			break;
		case ERROR_NUMBER:
			print_number("errno", failure->found);
			write_text(",\"errnoName\":");
			write_json_text(error_name(failure->found));
			break;
		case SIGNAL_NUMBER:
			print_number("signal", failure->found);
			break;
		case NO_NUMBERS:
			break;
	}
}

static void print(const struct failure *failure) {
	write_text("{\"kernel\":");
	write_json_text(options.kernel != NULL ? options.kernel : "");
	write_text(",\"error\":");
	write_json_text(code_name(failure->code));
	write_text(",\"message\":");
	write_json_text(failure->message);
	print_numbers(failure);
	if (failure->worker >= 0) {
		write_text(",\"worker\":");
		write_signed(failure->worker);
		write_text(",\"cpu\":");
		write_signed(failure->cpu);
	}
	write_text("}\n");
	flush_output();
}

/* The first worker that fails tells why; what the others say follows from it. */
static void tell(const struct failure *failure) {
	struct failure told = *failure;
	u32 nothing = 0;
	told.happened = 1;
	if (!__atomic_compare_exchange_n(&shared_failure->happened, &nothing, 1, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
		return;
	*shared_failure = told;
	__atomic_store_n(&shared_failure->happened, 2, __ATOMIC_SEQ_CST);
}

static void end_with(const struct failure *failure) {
	if (shared_failure == NULL) {
		/* A half-written report must not precede the error. */
		discard_output();
		print(failure);
	} else {
		tell(failure);
	}
	sys_exit(failure->code);
}
