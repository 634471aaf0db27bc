import { type RefObject, useRef, useState } from 'react';
import { useEngine } from '../../engine/engine-context.ts';
import { growStretch, openStretch, type Stretch } from '../../log/evidence-windows.ts';

/** What has to be where once a stretch is drawn. */
export interface Target {
	readonly byte: number;
	readonly align: 'start' | 'center' | 'end';
	/** Pixels of the line that lie above the edge already. */
	readonly within: number;
}

export interface OpenStretch {
	readonly stretch: Stretch | null;
	readonly error: unknown;
	/** Nobody waits for the first of it any more. */
	readonly cancelled: boolean;
	readonly target: RefObject<Target | null>;
	/** Goes to a byte, whatever else is on its way. */
	open(byte: number, align?: Target['align']): void;
	/** Adds what lies beyond an end while everything stays where it is; waits its turn. */
	grow(side: 'start' | 'end', here: Target): void;
	cancel(): void;
}

interface State {
	readonly stretch: Stretch | null;
	readonly error: unknown;
	readonly cancelled: boolean;
}

const NOTHING: State = { stretch: null, error: null, cancelled: false };

/** The part of a stored file that is in memory. */
export function useStretch(sha256: string, onSize: (size: number) => void): OpenStretch {
	const { client } = useEngine();
	const [state, setState] = useState(NOTHING);
	const target = useRef<Target | null>(null);
	/** The load that counts; null when nothing is on its way. */
	const newest = useRef<symbol | null>(null);

	const load = async (piece: Promise<Stretch>, next: Target) => {
		const mine = Symbol('load');
		newest.current = mine;
		try {
			const stretch = await piece;
			if (newest.current !== mine) return;
			target.current = next;
			onSize(stretch.size);
			setState({ ...NOTHING, stretch });
		} catch (error) {
			if (newest.current === mine) setState((before) => ({ ...before, error }));
		}
		if (newest.current === mine) newest.current = null;
	};
	return {
		...state,
		target,
		open(byte, align = 'center') {
			setState((before) => (before.cancelled || before.error !== null ? NOTHING : before));
			void load(openStretch(client, sha256, byte), { byte, align, within: 0 });
		},
		grow(side, here) {
			const { stretch } = state;
			if (stretch !== null && newest.current === null) void load(growStretch(client, sha256, stretch, side), here);
		},
		cancel() {
			newest.current = null;
			setState({ ...NOTHING, cancelled: true });
		},
	};
}
