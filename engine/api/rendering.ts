import { ShipeiError } from '../../contract/errors.ts';
import type { LiveEvent } from '../../contract/events.ts';
import type { RenderOptions } from '../report/index.ts';

/** The documents that are being made and that somebody watches, by the name that the watcher made up. */
export interface Renderings {
	/** What the renderer is told; nothing where nobody watches. */
	watch<Result>(
		name: string | undefined,
		make: (watching: Pick<RenderOptions, 'watching'>) => Promise<Result>,
	): Promise<Result>;
	/** Ends one; false when there is none of that name. */
	stop(name: string): boolean;
}

export function createRenderings(announce: (event: LiveEvent) => void = () => undefined): Renderings {
	const running = new Map<string, AbortController>();
	return {
		async watch(name, make) {
			if (name === undefined) return make({});
			const control = new AbortController();
			running.set(name, control);
			try {
				const onShare = (share: number) => announce({ type: 'live.document', watch: name, share });
				return await make({ watching: { onShare, signal: control.signal } });
			} finally {
				running.delete(name);
			}
		},
		stop(name) {
			const control = running.get(name);
			control?.abort(new ShipeiError('report.stopped'));
			return control !== undefined;
		},
	};
}
