/* Starts the step's main process. */
#pragma once

#include "spec.h"

struct launched {
	long process;
	/* Read ends of its output pipes. */
	int pipes[STREAMS];
	/* 0, or the errno with which it could not be started, and what failed. */
	long error;
	const char *failed;
};

struct launched launch(const struct spec *spec);
