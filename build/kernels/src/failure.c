#include "failure.h"
#include "options.h"
#include "system.h"
#include "text.h"

static struct failure *shared_failure;
static int own_worker = -1;
static int own_cpu = -1;

static NORETURN void end_with(const struct failure *failure);

void fail(enum exit_code code, const char *message) {
	end_with(&(struct failure){.code = code, .message = message, .worker = own_worker, .cpu = own_cpu});
}

void fail_with(enum exit_code code, const char *message, u64 expected, u64 found) {
	end_with(&(struct failure){
		.code = code,
		.message = message,
		.has_numbers = 1,
		.expected = expected,
		.found = found,
		.worker = own_worker,
		.cpu = own_cpu,
	});
}

void fail_system(const char *message, long answer) {
	fail_with(EXIT_SYSTEM, message, 0, (u64)(answer < 0 ? -answer : answer));
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
		default:
			return "system";
	}
}

static void print(const struct failure *failure) {
	write_text("{\"kernel\":");
	write_json_text(options.kernel != NULL ? options.kernel : "");
	write_text(",\"error\":");
	write_json_text(code_name(failure->code));
	write_text(",\"message\":");
	write_json_text(failure->message);
	if (failure->has_numbers && failure->code == EXIT_SYSTEM) {
		write_text(",\"detail\":");
		write_unsigned(failure->found);
	} else if (failure->has_numbers) {
		write_text(",\"expected\":");
		write_unsigned(failure->expected);
		write_text(",\"found\":");
		write_unsigned(failure->found);
	}
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
