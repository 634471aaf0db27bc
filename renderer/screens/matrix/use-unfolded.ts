import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

export interface Unfolded {
	readonly has: (row: string) => boolean;
	fold(row: string, fold: boolean): void;
	/** All of these, or none. */
	set(rows: readonly string[]): void;
	readonly count: number;
}

/** Which products show their versions; in the address, so that a link opens the same view. */
export function useUnfolded(): Unfolded {
	const [params, setParams] = useSearchParams();
	return useMemo(() => {
		const open = new Set(params.getAll('open'));
		const write = (rows: Iterable<string>) =>
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
			fold(row, fold) {
				write(fold ? [...open].filter((other) => other !== row) : [...open, row]);
			},
			set: write,
			count: open.size,
		};
	}, [params, setParams]);
}
