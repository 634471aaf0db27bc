#include "prepared-file.h"
#include "block.h"
#include "../failure.h"
#include "../machine/cpu-choice.h"
#include "../options.h"
#include "../report.h"
#include "../workers/memory.h"
#include "../workers/workers.h"
#include "system.h"

enum {
	PIECE_BYTES = 1 << 20,
	SEEK_END = 2,
	FILE_MODE = 0600
};

static const char *required_path(void) {
	if (!was_given(OPTION_FILE)) fail(EXIT_USAGE, "--file is needed");
	return options.file;
}

u8 *map_transfer_buffer(u64 bytes) { return map_memory(bytes, PAGES_DEFAULT); }

static int open_direct(const char *path, int flags) {
	const long fd = sys_openat(AT_FDCWD, path, flags | O_DIRECT | O_CLOEXEC, FILE_MODE);
	if (fd == -EINVAL) fail(EXIT_UNSUPPORTED, "this file system cannot bypass the page cache (O_DIRECT)");
	if (fd == -ENOENT) fail(EXIT_SYSTEM, "the file or its folder does not exist; disk.prepare makes the file");
	if (fd < 0) fail_system("cannot open the file", fd);
	return (int)fd;
}

static int has_first_block(int fd) {
	u8 *block = map_transfer_buffer(BLOCK_BYTES);
	const long count = sys_pread(fd, block, BLOCK_BYTES, 0);
	if (count == -EINVAL) fail(EXIT_UNSUPPORTED, "this device cannot transfer 4 KiB blocks directly");
	return count == BLOCK_BYTES && blocks_are_right(block, BLOCK_BYTES, 0);
}

struct prepared_file open_prepared_file(int for_writing) {
	const int fd = open_direct(required_path(), for_writing ? O_RDWR : O_RDONLY);
	if (!has_first_block(fd)) fail(EXIT_USAGE, "this file was not made by disk.prepare");
	const i64 bytes = sys_lseek(fd, 0, SEEK_END);
	if (bytes < PIECE_BYTES) fail(EXIT_USAGE, "the prepared file is too short");
	return (struct prepared_file){fd, (u64)bytes};
}

/* A new file; one of ours that exists is replaced, any other is left alone. */
static int create_file(const char *path) {
	const long old = sys_openat(AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0);
	if (old >= 0) {
		if (!has_first_block((int)old)) fail(EXIT_USAGE, "the file exists and was not made by disk.prepare");
		sys_close((int)old);
		sys_unlinkat(AT_FDCWD, path, 0);
	}
	return open_direct(path, O_RDWR | O_CREAT | O_EXCL);
}

struct preparation {
	i64 duration;
	u64 bytes;
};

static void write_all(const struct worker *self, void *memory) {
	struct preparation *preparation = memory;
	const int fd = create_file(options.file);
	u8 *piece = map_transfer_buffer(PIECE_BYTES);
	const i64 begin = monotonic_now();
	fill_blocks(piece, PIECE_BYTES, (u64)begin);
	while (preparation->bytes < options.bytes) {
		address_blocks(piece, PIECE_BYTES, preparation->bytes);
		const long count = sys_pwrite(fd, piece, PIECE_BYTES, (i64)preparation->bytes);
		if (count != PIECE_BYTES || is_overdue()) {
			sys_unlinkat(AT_FDCWD, options.file, 0);
			if (count == PIECE_BYTES) fail(EXIT_DEADLINE, "the file was not written in time");
			/* A device that takes a part of a piece has no room for the rest. */
			fail_system("cannot write the whole file", count < 0 ? count : -ENOSPC);
		}
		preparation->bytes += PIECE_BYTES;
	}
	const long answer = sys_fsync(fd);
	if (answer < 0) fail_system("cannot flush the file to the device", answer);
	preparation->duration = monotonic_now() - begin;
	const u64 last = preparation->bytes - PIECE_BYTES;
	if (sys_pread(fd, piece, PIECE_BYTES, (i64)last) != PIECE_BYTES) fail(EXIT_SYSTEM, "cannot read the file back");
	check_blocks(piece, PIECE_BYTES, last);
	(void)self;
}

void prepare_file(void) {
	required_path();
	if (!was_given(OPTION_BYTES) || options.bytes % PIECE_BYTES != 0) {
		fail(EXIT_USAGE, "--bytes is needed, in whole MiB");
	}
	if (!was_given(OPTION_DEADLINE)) options.deadline = 3600000000000;
	start_deadline();
	struct preparation *preparation = map_shared(sizeof *preparation);
	run_workers(1, choose_cpus()->cpus, write_all, preparation);
	const double seconds = (double)preparation->duration * 1e-9;
	begin_report((struct figure){"disk.prepare", "By/s", "higher", (double)preparation->bytes / seconds});
	report_number("seconds", seconds);
	report_count("workers", 1);
	report_count("fileBytes", preparation->bytes);
	end_report();
}
