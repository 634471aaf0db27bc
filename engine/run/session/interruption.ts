/**
 * Why work is broken off. `cancel` ends the run, `skip` the case; after `shutdown` (a signal, the terminal closed) and
 * `failure` (a fact could not be stored) the run can be resumed.
 */
export type Interruption =
	| { readonly kind: 'cancel'; readonly by: string }
	| { readonly kind: 'skip'; readonly by: string; readonly reason: string }
	| { readonly kind: 'shutdown'; readonly cause: string }
	| { readonly kind: 'failure'; readonly error: unknown };

/** The interruption that aborted a signal. */
export function interruptionOf(signal: AbortSignal): Interruption | null {
	return signal.aborted ? (signal.reason as Interruption) : null;
}

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
	if (signal.aborted) return Promise.resolve();
	return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
