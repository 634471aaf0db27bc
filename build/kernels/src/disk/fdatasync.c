#include "fdatasync.h"
#include "block.h"
#include "prepared-file.h"
#include "../failure.h"
#include "../machine/cpu-choice.h"
#include "../options.h"
#include "../workers/samples.h"
#include "../workers/workers.h"
#include "system.h"
#include "text.h"

enum {
	FILE_MODE = 0600,
	MOST_CALLS = 100000
};

/* A file without a name: nothing is left behind however the run ends. */
static int create_nameless(void) {
	char path[4096];
	const char *name = "/shipei-fdatasync.tmp";
	const size_t length = text_length(options.directory);
	if (length + 32 > sizeof path) fail(EXIT_USAGE, "--directory is too long");
	for (size_t i = 0; i < length; i++) path[i] = options.directory[i];
	for (size_t i = 0; i <= text_length(name); i++) path[length + i] = name[i];
	const long fd = sys_openat(AT_FDCWD, path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, FILE_MODE);
	if (fd < 0) fail_system("cannot make a file in the folder", fd);
	sys_unlinkat(AT_FDCWD, path, 0);
	return (int)fd;
}

static void write_block(int fd, u8 *block, u64 offset) {
	address_blocks(block, BLOCK_BYTES, offset);
	const long count = sys_pwrite(fd, block, BLOCK_BYTES, (i64)offset);
	if (count != BLOCK_BYTES) fail_system("cannot write a block", count < 0 ? count : -ENOSPC);
}

static void prepare_blocks(int fd, u8 *block) {
	const i64 length = (i64)options.calls * BLOCK_BYTES;
	if (text_equal(options.kernel, "disk.fdatasync.overwrite")) {
		for (u64 i = 0; i < options.calls; i++) write_block(fd, block, i * BLOCK_BYTES);
	} else {
		const long answer = sys_fallocate(fd, 0, 0, length);
		if (answer == -EOPNOTSUPP) fail(EXIT_UNSUPPORTED, "this file system cannot reserve space (fallocate)");
		if (answer < 0) fail_system("cannot reserve space", answer);
	}
	const long answer = sys_fsync(fd);
	if (answer < 0) fail_system("cannot flush the file to the device", answer);
}

static void flush_one_file(u8 *block, struct samples *samples) {
	const int fd = create_nameless();
	prepare_blocks(fd, block);
	for (u64 i = 0; i < options.calls; i++) {
		write_block(fd, block, i * BLOCK_BYTES);
		const i64 begin = monotonic_now();
		const long answer = sys_fdatasync(fd);
		add_sample(samples, monotonic_now() - begin);
		if (answer < 0) fail_system("cannot flush to the device", answer);
		if (is_overdue()) fail(EXIT_DEADLINE, "the device did not flush in time");
	}
	for (u64 i = 0; i < options.calls; i++) {
		const long count = sys_pread(fd, block, BLOCK_BYTES, (i64)(i * BLOCK_BYTES));
		if (count != BLOCK_BYTES) fail_system("cannot read back what was written", count);
		check_blocks(block, BLOCK_BYTES, i * BLOCK_BYTES);
	}
	sys_close(fd);
}

/* A fast device is done with one file in milliseconds: with a window it gets one file after another until that is over. */
static void flush_again_and_again(const struct worker *self, void *memory) {
	struct samples *samples = memory;
	/* The scheduler knows better than we do which processor is near the device. */
	unpin();
	u8 *block = map_transfer_buffer(BLOCK_BYTES);
	const i64 begin = monotonic_now();
	fill_blocks(block, BLOCK_BYTES, (u64)begin);
	do flush_one_file(block, samples);
	while (was_given(OPTION_SECONDS) && monotonic_now() - begin < options.window && is_room_for_sample(samples));
	(void)self;
}

void measure_fdatasync(void) {
	if (!was_given(OPTION_DIRECTORY)) fail(EXIT_USAGE, "--directory is needed");
	if (options.calls < 1 || options.calls > MOST_CALLS) fail(EXIT_USAGE, "--calls takes 1 to 100000");
	struct samples *samples = new_samples();
	const int *cpus = choose_cpus()->cpus;
	run_workers(1, cpus, flush_again_and_again, samples);
	report_samples("us", samples, cpus, 1);
}
