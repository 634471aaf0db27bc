/* Entry of every program: finds the arguments, the environment and the auxiliary vector on the initial stack. */
#include "start.h"
#include "system.h"

__asm__(ENTRY_CODE);

static const u64 *auxiliary_vector;

__attribute__((used)) NORETURN void start_program(long *stack) {
	const int argc = (int)stack[0];
	char **argv = (char **)(stack + 1);
	char **envp = argv + argc + 1;
	char **end = envp;
	while (*end != NULL) end++;
	auxiliary_vector = (const u64 *)(end + 1);
	sys_exit(program_main(argc, argv, envp));
}

u64 auxiliary_value(u64 key) {
	for (const u64 *entry = auxiliary_vector; entry[0] != 0; entry += 2) {
		if (entry[0] == key) return entry[1];
	}
	return 0;
}

const char *environment_value(char **envp, const char *name) {
	for (; *envp != NULL; envp++) {
		const char *entry = *envp;
		const char *wanted = name;
		while (*wanted != '\0' && *wanted == *entry) wanted++, entry++;
		if (*wanted == '\0' && *entry == '=') return entry + 1;
	}
	return NULL;
}
