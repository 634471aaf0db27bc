#pragma once

/* list: every kernel with its unit and meaning. */
void describe_kernels(void);

/* machine: what this program finds out about processors, caches and memory, and would decide by. */
void describe_machine(void);
