#pragma clang fp contract(fast)
#define VECTOR_BYTES 32
#define WORK_NAME work_matmul_avx2
#include "matmul-vector.h"
