import { ShipeiError } from '../../contract/errors.ts';

export interface Watching {
	/** Hears how much is done, 0 to 1. */
	onShare(share: number): void;
	/** Aborted with what the caller is answered. */
	readonly signal: AbortSignal;
}

/** Long work that somebody watches, by the name that the watcher made up. */
export interface WatchedWork {
	/** What the work is told; nothing where nobody watches. */
	watch<Result>(
		name: string | undefined,
		make: (watching: { readonly watching?: Watching }) => Promise<Result>,
	): Promise<Result>;
	/** Ends one; false when there is none of that name. */
	stop(name: string): boolean;
}

/** `stopped` is the code of what callers are answered whose work was ended. */
export function createWatchedWork(
	stopped: 'report.stopped' | 'store.check-stopped',
	announce: (watch: string, share: number) => void = () => undefined,
): WatchedWork {
	const running = new Map<string, AbortController>();
	return {
		async watch(name, make) {
			if (name === undefined) return make({});
			const control = new AbortController();
			running.set(name, control);
			try {
				return await make({ watching: { onShare: (share) => announce(name, share), signal: control.signal } });
			} finally {
				running.delete(name);
			}
		},
		stop(name) {
			const control = running.get(name);
			control?.abort(new ShipeiError(stopped));
			return control !== undefined;
		},
	};
}
