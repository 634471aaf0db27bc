import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

export interface Unfolded {
	readonly has: (row: string) => boolean;
	readonly fold: (row: string, fold: boolean) => void;
	/** These, and no others. */
	readonly set: (rows: Iterable<string>) => void;
}

/** Which products show their versions; in the address, so that a link opens the same view. */
export function useUnfolded(): Unfolded {
	const [params, setParams] = useSearchParams();
	// Other parts of the address change while somebody types.
	const kept = JSON.stringify(params.getAll('open'));
	return useMemo(() => {
		const open = new Set(JSON.parse(kept) as string[]);
		const set = (rows: Iterable<string>) =>
			setParams(
				(before) => {
					const next = new URLSearchParams(before);
					next.delete('open');
					for (const row of rows) next.append('open', row);
					return next;
				},
				{ replace: true },
			);
		return {
			has: (row) => open.has(row),
			fold: (row, fold) => set(fold ? [...open].filter((other) => other !== row) : [...open, row]),
			set,
		};
	}, [kept, setParams]);
}
