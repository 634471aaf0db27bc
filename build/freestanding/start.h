/* What a program gets from the kernel when it starts. */
#pragma once

#include "types.h"

/* Each program defines this one. Its answer is the exit code. */
int program_main(int argc, char **argv, char **envp);

enum {
	AT_PAGESZ = 6,
	AT_HWCAP = 16,
	AT_HWCAP2 = 26,
	AT_EXECFN = 31
};

/* Value of an entry of the auxiliary vector, 0 when the kernel did not give it. */
u64 auxiliary_value(u64 key);

/* Value of an environment variable, NULL when it is not set. */
const char *environment_value(char **envp, const char *name);
