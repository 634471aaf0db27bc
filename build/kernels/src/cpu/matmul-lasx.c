#pragma clang fp contract(fast)
#define VECTOR_BYTES 32
#define WORK_NAME work_matmul_lasx
#include "matmul-vector.h"
