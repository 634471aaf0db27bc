/** A run waits at most this long, all its cases together, for a busy host. No estimate of time counts it. */
export const LONGEST_WAIT_SECONDS = 120;
