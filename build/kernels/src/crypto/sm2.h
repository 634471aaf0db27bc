/* SM2 signatures over a given digest e (GB/T 32918.2-2016), portable and not in constant time: for measuring only. */
#pragma once

#include "types.h"

/* Signs 16 digests with the key of the standard's example. Must come first. */
void prepare_sm2(void);

int sm2_known_answer(void);
