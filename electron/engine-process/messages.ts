import type { ErrorAnswer } from '../../contract/errors.ts';

/** Main → engine process. `port` carries one MessagePort. */
export type ToEngine =
	| { readonly kind: 'open'; readonly dataDirectory: string }
	| { readonly kind: 'port' }
	| { readonly kind: 'close'; readonly cause: string };

/** Engine process → main. */
export type FromEngine =
	/** `ownerPid`: another process owns the data folder and answers for it. */
	| { readonly kind: 'opened'; readonly ownerPid: number | null }
	| { readonly kind: 'refused'; readonly error: ErrorAnswer }
	| { readonly kind: 'closed' };
