#pragma once

/* Every known answer and the checksum of every unit, once each, on one processor; prints them or ends in an error. */
void verify_everything(void);
