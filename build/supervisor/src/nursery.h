/*
 * Starts supervisors on demand: forking this small program is many times cheaper than forking the engine.
 * Standard input carries frames: u32 slot, u32 length, bytes. The first frame of a slot is the request, later ones are
 * commands; a frame without bytes closes the slot's control channel. Its end means that the engine is gone.
 */
#pragma once

/* argv[2] is room for the title of a supervisor, so that it can be found by the token of its step. */
int run_nursery(char **argv);
