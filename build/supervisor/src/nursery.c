#include "nursery.h"
#include "../../freestanding/bytes.h"
#include "../../freestanding/signals.h"
#include "../../freestanding/start.h"
#include "../../freestanding/system.h"
#include "../../freestanding/text.h"
#include "report.h"
#include "spec.h"
#include "supervise.h"
#include "tree.h"

enum { MOST_SLOTS = 256, ENGINE = 0, AGAIN_MS = 20, MS = 1000000 };

struct frame {
	u32 slot;
	u32 length;
};

/* A supervisor and the write end of its control channel; process 0: free. */
struct slot {
	u32 id;
	int control;
	long process;
};

static struct slot slots[MOST_SLOTS];
static char payload[MOST_SPEC_BYTES];
static int engine_gone, strangers;

static struct slot *find_slot(u32 id) {
	for (size_t i = 0; i < MOST_SLOTS; i++) {
		if (slots[i].process != 0 && slots[i].id == id) return &slots[i];
	}
	return NULL;
}

static struct slot *free_slot(void) {
	for (size_t i = 0; i < MOST_SLOTS; i++) {
		if (slots[i].process == 0) return &slots[i];
	}
	return NULL;
}

static void close_control(struct slot *slot) {
	if (slot->control >= 0) sys_close(slot->control);
	slot->control = -1;
}

/* The kernel shows the memory of the arguments as the command line: "--nursery" gives way to the token. */
static void set_title(char **argv, u32 length) {
	const char *token = "";
	for (const char *entry = payload; entry < payload + length; entry += text_length(entry) + 1) {
		if (text_starts_with(entry, "token=")) token = entry + 6;
	}
	const size_t room = (size_t)(argv[2] + text_length(argv[2]) - argv[1]);
	const size_t used = text_length(token) < room ? text_length(token) : room;
	memset(argv[1], 0, room);
	memcpy(argv[1], token, used);
}

static NORETURN void become_supervisor(char **argv, struct frame frame, int control, long nursery) {
	/* Other slots' channels must end when the nursery does, and not live on here. */
	for (size_t i = 0; i < MOST_SLOTS; i++) {
		if (slots[i].process != 0 && slots[i].control >= 0) sys_close(slots[i].control);
	}
	sys_dup3(control, ENGINE, 0);
	sys_close(control);
	set_title(argv, frame.length);
	set_report_slot(frame.slot);
	sys_exit(supervise_request(payload, frame.length, nursery));
}

static void start_supervisor(char **argv, struct frame frame, int signals) {
	int ends[2];
	struct slot *slot = free_slot();
	const long nursery = sys_getpid();
	if (slot == NULL || sys_pipe2(ends, O_CLOEXEC) < 0) {
		report_closed(frame.slot, -1);
		return;
	}
	const long process = sys_fork();
	if (process == 0) {
		sys_close(signals);
		sys_close(ends[1]);
		become_supervisor(argv, frame, ends[0], nursery);
	}
	sys_close(ends[0]);
	if (process < 0) {
		sys_close(ends[1]);
		report_closed(frame.slot, -1);
		return;
	}
	*slot = (struct slot){.id = frame.slot, .control = ends[1], .process = process};
}

static void end_everything(void) {
	engine_gone = 1;
	for (size_t i = 0; i < MOST_SLOTS; i++) {
		if (slots[i].process != 0) close_control(&slots[i]);
	}
}

static void read_frame(char **argv, int signals) {
	struct frame frame;
	if (!read_fully(ENGINE, &frame, sizeof frame) || frame.length > sizeof payload || !read_fully(ENGINE, payload, frame.length)) {
		end_everything();
		return;
	}
	struct slot *slot = find_slot(frame.slot);
	if (slot == NULL && frame.length > 8) start_supervisor(argv, frame, signals);
	if (slot == NULL || slot->control < 0) return;
	if (frame.length == 0) close_control(slot);
	else sys_write(slot->control, payload, frame.length);
}

/* A supervisor that did not end by itself leaves its step to us: whatever is our child and no supervisor is killed. */
static void reap_supervisors(void) {
	for (;;) {
		int status;
		const long process = sys_wait4(-1, &status, WNOHANG);
		if (process == -EINTR) continue;
		if (process <= 0) return;
		for (size_t i = 0; i < MOST_SLOTS; i++) {
			if (slots[i].process != process) continue;
			close_control(&slots[i]);
			if (status != 0) strangers = 1;
			slots[i].process = 0;
			report_closed(slots[i].id, status);
		}
	}
}

static void end_strangers(void) {
	long known[MOST_SLOTS];
	size_t count = 0;
	for (size_t i = 0; i < MOST_SLOTS; i++) {
		if (slots[i].process != 0) known[count++] = slots[i].process;
	}
	strangers = kill_other_children(known, count) > 0;
}

static int is_empty(void) {
	for (size_t i = 0; i < MOST_SLOTS; i++) {
		if (slots[i].process != 0) return 0;
	}
	return 1;
}

int run_nursery(char **argv) {
	const u64 handled = SIGNAL_BIT(SIGCHLD) | SIGNAL_BIT(SIGTERM) | SIGNAL_BIT(SIGHUP) | SIGNAL_BIT(SIGINT);
	set_blocked_signals(handled | SIGNAL_BIT(SIGPIPE));
	sys_setsid();
	sys_prctl(PR_SET_PDEATHSIG, SIGTERM);
	const int signals = (int)open_signal_fd(handled);
	if (signals < 0 || sys_prctl(PR_SET_CHILD_SUBREAPER, 1) < 0) return 3;
	while (!engine_gone || !is_empty()) {
		struct poll_entry entries[] = {{signals, POLLIN, 0}, {engine_gone ? -1 : ENGINE, POLLIN, 0}};
		struct timespec timeout = {0, (i64)AGAIN_MS * MS};
		sys_poll(entries, COUNT(entries), strangers ? &timeout : NULL);
		if (entries[0].returned) {
			u32 record[SIGNAL_RECORD_BYTES / 4];
			if (sys_read(signals, record, sizeof record) == sizeof record && record[0] != SIGCHLD) end_everything();
		}
		reap_supervisors();
		if (entries[1].returned) read_frame(argv, signals);
		if (strangers) end_strangers();
	}
	end_strangers();
	return 0;
}
