#include "report.h"
#include "../../freestanding/text.h"

static const char *const causes[] = {"exit", "deadline", "stop", "engine", "memory", "processes"};

static void field(const char *name, i64 value) {
	write_text(",\"");
	write_text(name);
	write_text("\":");
	write_signed(value);
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
	write_text("{\"event\":\"started\"");
	field("pid", process);
	end_line();
}

void report_failed(const char *what, long error) {
	write_text("{\"event\":\"failed\",\"what\":");
	write_json_text(what);
	field("errno", error);
	end_line();
}

void report_progress(const struct output outputs[2]) {
	write_text("{\"event\":\"progress\"");
	write_streams(outputs);
	end_line();
}

static i64 microseconds(struct time_value time) {
	return time.seconds * 1000000 + time.microseconds;
}

void report_exited(const struct ending *ending, const struct output outputs[2]) {
	const int signal = ending->status & 127;
	write_text("{\"event\":\"exited\",\"cause\":");
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
	write_text("{\"event\":\"ended\"");
	field("unkillable", (i64)ending->unkillable);
	write_streams(outputs);
	end_line();
}
