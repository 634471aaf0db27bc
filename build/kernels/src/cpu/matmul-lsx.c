#pragma clang fp contract(fast)
#define VECTOR_BYTES 16
#define WORK_NAME work_matmul_lsx
#include "matmul-vector.h"
