#pragma once

/* Runs the processor kernel named by options.kernel on every chosen processor for the whole window. */
void measure_cpu(void);

/* The same for cpu.matmul.simd. */
void measure_simd(void);
