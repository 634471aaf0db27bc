#pragma once

/* Another number whenever a kernel does other work: figures of different versions are not comparable. */
#define KERNELS_VERSION "shipei-kernels/1"
