#pragma once

/* os.messaging: groups of 20 senders and 20 receivers; every sender sends every receiver of its group 100-byte
 * messages. */
void measure_messaging(void);
