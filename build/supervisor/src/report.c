#include "report.h"
#include "../../freestanding/text.h"

static const char *const causes[] = {"exit", "deadline", "stop", "engine", "memory", "processes"};

static u32 own_slot;

void set_report_slot(u32 slot) {
	own_slot = slot;
}

static void field(const char *name, i64 value) {
	write_text(",\"");
	write_text(name);
	write_text("\":");
	write_signed(value);
}

static void begin_line(const char *event, u32 slot) {
	write_text("{\"event\":");
	write_json_text(event);
	if (slot != 0) field("slot", slot);
}

static void end_line(void) {
	write_text("}\n");
	flush_output();
}

static void write_streams(const struct output outputs[2]) {
	const char *const names[] = {",\"stdout\":[", ",\"stderr\":["};
	for (int i = 0; i < 2; i++) {
		write_text(names[i]);
		write_unsigned(outputs[i].total);
		write_text(",");
		write_unsigned(output_cut(&outputs[i]));
		write_text(",");
		write_unsigned(outputs[i].lost);
		write_text("]");
	}
}

void report_started(long process) {
	begin_line("started", own_slot);
	field("pid", process);
	end_line();
}

void report_failed(const char *what, long error) {
	begin_line("failed", own_slot);
	write_text(",\"what\":");
	write_json_text(what);
	field("errno", error);
	end_line();
}

void report_progress(const struct output outputs[2]) {
	begin_line("progress", own_slot);
	write_streams(outputs);
	end_line();
}

static i64 microseconds(struct time_value time) {
	return time.seconds * 1000000 + time.microseconds;
}

void report_exited(const struct ending *ending, const struct output outputs[2]) {
	const int signal = ending->status & 127;
	begin_line("exited", own_slot);
	write_text(",\"cause\":");
	write_json_text(causes[ending->cause]);
	field(signal == 0 ? "code" : "signal", signal == 0 ? (ending->status >> 8) & 255 : signal);
	field("ns", ending->duration_ns);
	field("userUs", microseconds(ending->usage.user));
	field("systemUs", microseconds(ending->usage.system));
	field("maxRssKib", ending->usage.max_rss_kib);
	field("strays", (i64)ending->strays);
	field("kept", (i64)ending->kept);
	write_streams(outputs);
	end_line();
}

void report_ended(const struct ending *ending, const struct output outputs[2]) {
	begin_line("ended", own_slot);
	field("unkillable", (i64)ending->unkillable);
	write_streams(outputs);
	end_line();
}

void report_closed(u32 slot, int status) {
	begin_line("closed", slot);
	field("status", status);
	end_line();
}
