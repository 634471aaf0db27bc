/* What a step writes: the first and the last bytes are kept in a file, the middle is counted and dropped. */
#pragma once

#include "../../freestanding/types.h"
#include "times.h"

struct output {
	/* Read end of the step's pipe, -1 when closed. */
	int pipe;
	/* Opened when the first byte comes; -1 until then. */
	int file;
	const char *path;
	u64 head_bytes, tail_bytes;
	/* Bytes the step wrote, and those of them that could not be stored (disk full). */
	u64 total, lost;
	/* When its bytes came; NULL: nobody will ask. */
	struct times *times;
};

/* Reads what is there now, at most one buffer. Answers 0 at the end of the pipe, which it then closes. */
int pump_output(struct output *output);

/* Reads what the pipe held when this was called, never more: others may go on writing. */
void drain_output(struct output *output);

/* Brings head and tail into order, with a line between them that says how much was cut, and closes the file. */
void finish_output(struct output *output);

/* Bytes that were neither kept nor lost. */
u64 output_cut(const struct output *output);
