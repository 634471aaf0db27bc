#pragma once

/* net.lo.stream: bytes a second through a TCP connection to this machine itself, in pieces of 128 KiB. */
void measure_loopback_stream(void);

/* net.lo.rr: one byte there and back, without delay. */
void measure_loopback_round_trip(void);
