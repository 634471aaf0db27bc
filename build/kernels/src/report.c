#include "report.h"
#include "failure.h"
#include "options.h"
#include "text.h"
#include "version.h"

static const char *flags[16];
static size_t flag_count;
static int also_count;

static void write_name(const char *name) {
	write_text(",");
	write_json_text(name);
	write_text(":");
}

static void require_usable(double value) {
	if (!(value > 0 && value < 9e15)) fail(EXIT_SYSTEM, "the measurement gave no usable figure");
}

void begin_report(struct figure figure) {
	if (options.corrupt) fail(EXIT_WRONG_ANSWER, "the planted wrong answer went unnoticed");
	if (was_given(OPTION_HANG)) fail(EXIT_DEADLINE, "the planted hang went unnoticed");
	require_usable(figure.value);
	write_text("{\"kernel\":");
	write_json_text(options.kernel);
	report_text("version", KERNELS_VERSION);
	report_text("metric", figure.metric);
	report_text("unit", figure.unit);
	report_text("direction", figure.direction);
	report_number("value", figure.value);
}

void begin_also(void) {
	write_text(",\"also\":{");
	also_count = 0;
}

void report_also(struct figure figure) {
	require_usable(figure.value);
	if (also_count++ > 0) write_text(",");
	write_json_text(figure.metric);
	write_text(":{\"unit\":");
	write_json_text(figure.unit);
	report_text("direction", figure.direction);
	report_number("value", figure.value);
	write_text("}");
}

void end_also(void) { write_text("}"); }

void report_number(const char *name, double value) {
	write_name(name);
	write_decimal(value);
}

void report_count(const char *name, u64 value) {
	write_name(name);
	write_unsigned(value);
}

void report_text(const char *name, const char *value) {
	write_name(name);
	write_json_text(value);
}

void report_truth(const char *name, int value) {
	write_name(name);
	write_text(value ? "true" : "false");
}

void report_cpus(const int *cpus, size_t count) {
	write_name("cpus");
	for (size_t i = 0; i < count; i++) {
		write_text(i == 0 ? "[" : ",");
		write_signed(cpus[i]);
	}
	write_text(count == 0 ? "[]" : "]");
}

void report_workers(const double *values, size_t count) {
	double least = values[0];
	double most = values[0];
	write_name("perWorker");
	for (size_t i = 0; i < count; i++) {
		write_text(i == 0 ? "[" : ",");
		write_decimal(values[i]);
		if (values[i] < least) least = values[i];
		if (values[i] > most) most = values[i];
	}
	write_text("]");
	report_truth("heterogeneous", most > 1.15 * least);
}

void flag(const char *remark) {
	for (size_t i = 0; i < flag_count; i++) {
		if (text_equal(flags[i], remark)) return;
	}
	if (flag_count < COUNT(flags)) flags[flag_count++] = remark;
}

void end_report(void) {
	write_name("flags");
	write_text("[");
	for (size_t i = 0; i < flag_count; i++) {
		if (i > 0) write_text(",");
		write_json_text(flags[i]);
	}
	write_text("]}\n");
	flush_output();
}
