#include "verify.h"
#include "cpu/simd.h"
#include "cpu/unit.h"
#include "failure.h"
#include "machine/cpu-choice.h"
#include "options.h"
#include "report.h"
#include "version.h"
#include "workers/memory.h"
#include "workers/workers.h"
#include "text.h"

struct verified {
	u32 known_answers;
	u32 variants;
};

/* Stops at the first wrong one: the message names it. */
static void verify_unit(const struct unit *unit, u8 *memory, struct verified *verified) {
	if (unit->prepare != NULL) unit->prepare();
	if (unit->known_answer != NULL) {
		if (!unit->known_answer()) fail(EXIT_WRONG_ANSWER, unit->kernel);
		verified->known_answers++;
	}
	const u32 checksum = run_unit(unit, memory, options.corrupt);
	if (checksum != unit->expected) fail_with(EXIT_WRONG_ANSWER, unit->kernel, unit->expected, checksum);
}

static void verify_variants(u8 *memory, struct verified *verified) {
	struct unit unit = *find_unit("cpu.matmul");
	for (const struct simd *variant = simd_variants; variant->isa != NULL; variant++) {
		if (!variant->is_usable()) continue;
		unit.work = variant->work;
		const u32 checksum = run_unit(&unit, memory, options.corrupt);
		if (checksum != unit.expected) fail_with(EXIT_WRONG_ANSWER, variant->isa, unit.expected, checksum);
		verified->variants++;
	}
}

static void verify_all(const struct worker *self, void *shared) {
	u8 *memory = map_memory(1ul << 20, PAGES_DEFAULT);
	for (size_t i = 0; i < unit_count; i++) verify_unit(&units[i], memory, shared);
	verify_variants(memory, shared);
	(void)self;
}

void verify_everything(void) {
	struct verified *verified = map_shared(sizeof *verified);
	run_workers(1, choose_cpus()->cpus, verify_all, verified);
	if (options.corrupt) fail(EXIT_WRONG_ANSWER, "the planted wrong answer went unnoticed");
	write_text("{\"kernel\":\"verify\"");
	report_text("version", KERNELS_VERSION);
	report_count("knownAnswers", verified->known_answers);
	report_count("vectorVariants", verified->variants);
	write_text(",\"checksums\":{");
	for (size_t i = 0; i < unit_count; i++) {
		if (i > 0) write_text(",");
		write_json_text(units[i].kernel);
		write_text(":");
		write_unsigned(units[i].expected);
	}
	write_text("}}\n");
	flush_output();
}
