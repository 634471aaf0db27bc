#pragma once

/* os.pipe.same, os.pipe.cross: one byte through a pipe to another process and back, on one processor or on two. */
void measure_pipe(void);
