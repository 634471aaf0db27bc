import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** The filter of a list, kept in the address so that a link opens the same view. */
export interface Filters {
	readonly text: string;
	readonly chosen: ReadonlySet<string>;
	setText(text: string): void;
	toggle(value: string): void;
	/** Only this state, or none when it was the only one. */
	only(values: readonly string[]): void;
	clear(): void;
}

export function useFilters(): Filters {
	const [params, setParams] = useSearchParams();
	return useMemo(() => {
		const text = params.get('q') ?? '';
		const chosen = new Set((params.get('s') ?? '').split(',').filter((value) => value !== ''));
		const write = (change: (next: URLSearchParams) => void) =>
			setParams(
				(before) => {
					const next = new URLSearchParams(before);
					change(next);
					return next;
				},
				{ replace: true },
			);
		const setChosen = (next: ReadonlySet<string>) => write((to) => put(to, 's', [...next].join(',')));
		return {
			text,
			chosen,
			setText: (value) => write((to) => put(to, 'q', value)),
			toggle(value) {
				const next = new Set(chosen);
				if (!next.delete(value)) next.add(value);
				setChosen(next);
			},
			only(values) {
				const already = values.length === chosen.size && values.every((value) => chosen.has(value));
				setChosen(already ? new Set() : new Set(values));
			},
			clear() {
				write((to) => {
					to.delete('q');
					to.delete('s');
				});
			},
		};
	}, [params, setParams]);
}

function put(params: URLSearchParams, name: string, value: string): void {
	if (value === '') params.delete(name);
	else params.set(name, value);
}
