/* CRC-32 of ISO-HDLC (as in zip and Ethernet), one byte at a time from a table. */
#pragma once

#include "types.h"

void prepare_crc32(void);
u32 crc32(u32 crc, const u8 *bytes, size_t length);
int crc32_known_answer(void);
