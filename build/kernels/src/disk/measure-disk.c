#include "measure-disk.h"
#include "engines.h"
#include "prepared-file.h"
#include "transfer.h"
#include "../failure.h"
#include "../machine/cpu-choice.h"
#include "../options.h"
#include "../report.h"
#include "../workers/memory.h"
#include "system.h"
#include "text.h"

static void measure(int is_random, u64 block_bytes);
static int choose_engine(void);
static void report(const struct transfer *transfer, u32 workers, int by_aio);

void measure_sequential(void) {
	if (!was_given(OPTION_QUEUE_DEPTH)) options.queue_depth = 4;
	measure(0, 1 << 20);
}

void measure_random(void) { measure(1, 4096); }

static void measure(int is_random, u64 block_bytes) {
	const u64 depth = options.queue_depth;
	const u64 jobs = options.jobs;
	if (depth < 1 || depth > MOST_DEPTH || jobs < 1 || jobs > depth || depth % jobs != 0) {
		fail(EXIT_USAGE, "--queue-depth takes 1 to 256, --jobs a divisor of it");
	}
	const int writes = text_equal(options.kernel, "disk.seqwrite") || text_equal(options.kernel, "disk.randwrite");
	const struct prepared_file file = open_prepared_file(writes);
	const int by_aio = choose_engine();
	/* Without AIO each request in flight needs a process of its own. */
	const u32 workers = (u32)(by_aio ? jobs : depth);
	struct transfer *transfer = map_shared(sizeof *transfer);
	*transfer = (struct transfer){
		.fd = file.fd,
		.file_bytes = file.bytes,
		.block_bytes = block_bytes,
		.is_random = is_random,
		.writes = writes,
		.depth = (u32)depth / workers,
		.samples = new_samples(),
	};
	int cpus[MOST_DEPTH];
	const struct cpu_choice *usable = usable_cpus();
	for (u32 i = 0; i < workers; i++) cpus[i] = usable->cpus[i % usable->count];
	run_workers(workers, cpus, by_aio ? transfer_by_aio : transfer_by_blocking, transfer);
	report(transfer, workers, by_aio);
}

static int choose_engine(void) {
	if (!was_given(OPTION_ENGINE)) return has_aio();
	if (text_equal(options.engine, "psync")) return 0;
	if (!text_equal(options.engine, "aio")) fail(EXIT_USAGE, "--engine takes aio or psync");
	if (!has_aio()) fail(EXIT_UNSUPPORTED, "this kernel has no asynchronous requests (AIO)");
	return 1;
}

static void report(const struct transfer *transfer, u32 workers, int by_aio) {
	const double seconds = (double)(transfer->end - transfer->begin) * 1e-9;
	const double transfers = (double)transfer->samples->count / seconds;
	const double bytes = transfers * (double)transfer->block_bytes;
	begin_report((struct figure){
		options.kernel,
		transfer->is_random ? "{IO}/s" : "By/s",
		"higher",
		transfer->is_random ? transfers : bytes,
	});
	report_number("seconds", seconds);
	report_count("workers", workers);
	report_count("checksum", transfer->samples->count);
	begin_also();
	report_percentiles("ms", transfer->samples);
	report_also((struct figure){"bandwidth", "By/s", "higher", bytes});
	end_also();
	report_text("engine", by_aio ? "aio" : "psync");
	report_count("queueDepth", options.queue_depth);
	report_count("jobs", options.jobs);
	report_count("blockBytes", transfer->block_bytes);
	report_count("fileBytes", transfer->file_bytes);
	end_report();
}
