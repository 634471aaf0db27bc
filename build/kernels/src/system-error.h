/* What an errno is called, and what it means for the person who wanted a figure. */
#pragma once

#include "failure.h"

/* "ENOSPC"; "unknown" for those that no call of ours answers. */
const char *error_name(u64 number);

enum exit_code exit_code_of_error(u64 number);
