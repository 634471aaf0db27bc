#include "describe.h"
#include "cpu/simd.h"
#include "kernel.h"
#include "machine/caches.h"
#include "machine/cpu-choice.h"
#include "machine/cpu-class.h"
#include "machine/memory-facts.h"
#include "machine/quota.h"
#include "options.h"
#include "report.h"
#include "version.h"
#include "start.h"
#include "text.h"

void describe_kernels(void) {
	write_text("{\"kernel\":\"list\"");
	report_text("version", KERNELS_VERSION);
	write_text(",\"kernels\":[");
	for (size_t i = 0; i < kernel_count; i++) {
		write_text(i > 0 ? ",\n{\"id\":" : "\n{\"id\":");
		write_json_text(kernels[i].id);
		report_text("unit", kernels[i].unit);
		report_text("direction", kernels[i].direction);
		report_text("means", kernels[i].means);
		write_text("}");
	}
	write_text("]}\n");
	flush_output();
}

static void write_class(const struct cpu_choice *usable, u32 class) {
	u32 written = 0;
	write_text(class > 0 ? ",[" : "[");
	for (u32 i = 0; i < usable->count; i++) {
		if (class_of_cpu((u32)usable->cpus[i]) != class) continue;
		if (written++ > 0) write_text(",");
		write_signed(usable->cpus[i]);
	}
	write_text("]");
}

void describe_machine(void) {
	const struct cpu_choice *usable = usable_cpus();
	const char *source = NULL;
	const u64 last_level = last_level_cache(usable->cpus, usable->count, &source);
	write_text("{\"kernel\":\"machine\"");
	report_text("version", KERNELS_VERSION);
	write_text(",\"classes\":[");
	for (u32 class = 0; class < usable->classes; class ++) write_class(usable, class);
	write_text("]");
	report_count("llcBytes", last_level);
	report_text("llcSource", source);
	report_count("l1dBytes", cache_bytes(usable->cpus[0], 1));
	report_count("l2Bytes", cache_bytes(usable->cpus[0], 2));
	report_count("availableBytes", available_memory());
	report_count("pageBytes", auxiliary_value(AT_PAGESZ));
	report_count("hugePageBytes", huge_page_bytes());
	report_text("transparentHugepage", huge_page_mode());
	write_text(",\"simd\":[");
	u32 written = 0;
	for (const struct simd *variant = simd_variants; variant->isa != NULL; variant++) {
		if (!variant->is_usable()) continue;
		if (written++ > 0) write_text(",");
		write_json_text(variant->isa);
	}
	write_text("]");
	if (has_cpu_quota_below(usable->count)) flag("cpu-quota");
	end_report();
}
