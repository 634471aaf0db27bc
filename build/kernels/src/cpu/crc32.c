#include "crc32.h"

static u32 table[256];

void prepare_crc32(void) {
	for (u32 byte = 0; byte < 256; byte++) {
		u32 crc = byte;
		for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xedb88320u & (0u - (crc & 1)));
		table[byte] = crc;
	}
}

u32 crc32(u32 crc, const u8 *bytes, size_t length) {
	crc = ~crc;
	for (size_t i = 0; i < length; i++) crc = table[(crc ^ bytes[i]) & 0xff] ^ (crc >> 8);
	return ~crc;
}

/* The check value of the CRC catalogue. */
int crc32_known_answer(void) { return crc32(0, (const u8 *)"123456789", 9) == 0xcbf43926u; }
