/* The life of one supervisor, from a request to the end of everything that the step started. */
#pragma once

#include "../../freestanding/types.h"

/*
 * Carries out a request (spec.h, without the length); standard input is its control channel. `parent` is who must still
 * be there when it begins. The answer is the exit code.
 */
int supervise_request(char *request, size_t length, long parent);
