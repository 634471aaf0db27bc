/* shipei-kernels <kernel> [--option value …]: one kernel, one JSON line. Also: list, verify, machine. */
#include "kernel.h"
#include "describe.h"
#include "failure.h"
#include "options.h"
#include "os/spawn.h"
#include "verify.h"
#include "workers/workers.h"
#include "start.h"
#include "text.h"

enum {
	ALWAYS_ACCEPTED = OPTION_DEADLINE | OPTION_CORRUPT | OPTION_HANG
};

static const struct kernel *find_kernel(const char *id) {
	for (size_t i = 0; i < kernel_count; i++) {
		if (text_equal(kernels[i].id, id)) return &kernels[i];
	}
	return NULL;
}

int program_main(int argc, char **argv, char **envp) {
	(void)envp;
	if (argc < 2) fail(EXIT_USAGE, "usage: shipei-kernels list | machine | verify | <kernel> [--option value]");
	options.program = argv[0];
	options.kernel = argv[1];
	if (text_equal(argv[1], SPAWNED_COMMAND)) return SPAWNED_EXIT;
	const struct kernel *kernel = find_kernel(argv[1]);
	if (kernel != NULL) {
		read_options(argc, argv, kernel->accepts | ALWAYS_ACCEPTED);
		start_deadline();
		kernel->run();
	} else if (text_equal(argv[1], "list")) {
		read_options(argc, argv, 0);
		describe_kernels();
	} else if (text_equal(argv[1], "machine")) {
		read_options(argc, argv, OPTION_CPUS | OPTION_CPU_NODE | OPTION_LLC);
		describe_machine();
	} else if (text_equal(argv[1], "verify")) {
		read_options(argc, argv, ALWAYS_ACCEPTED);
		start_deadline();
		verify_everything();
	} else {
		fail(EXIT_USAGE, "there is no kernel of this name; list names them");
	}
	return EXIT_OK;
}
