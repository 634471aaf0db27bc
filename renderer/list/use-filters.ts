import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';

/** The filter of a list, kept in the address so that a link opens the same view. */
export interface Filters {
	readonly text: string;
	readonly chosen: ReadonlySet<string>;
	/** Values chosen of each facet (vendor, system …) that the list has; those without any are not in it. */
	readonly facets: ReadonlyMap<string, readonly string[]>;
	setText(text: string): void;
	toggle(value: string): void;
	/** Only this state, or none when it was the only one. */
	only(values: readonly string[]): void;
	choose(facet: string, values: readonly string[]): void;
	clear(): void;
}

const NO_FACETS: readonly string[] = [];

/** `facets`: names that values can be chosen of; always the same list. */
export function useFilters(facets: readonly string[] = NO_FACETS): Filters {
	const [params, setParams] = useSearchParams();
	const kept = params.get('q') ?? '';
	// The address follows the typing; if the box followed the address, a fast typist on a slow machine would lose letters.
	const [text, setText] = useState(kept);
	const written = useRef(kept);
	useEffect(() => {
		if (kept === written.current) return;
		written.current = kept;
		setText(kept);
	}, [kept]);
	useEffect(() => {
		if (text === written.current) return undefined;
		const timer = setTimeout(() => {
			written.current = text;
			setParams((before) => changed(before, (next) => put(next, 'q', text)), { replace: true });
		}, 250);
		return () => clearTimeout(timer);
	}, [text, setParams]);
	// Typing changes the address, too: what was chosen stays the same thing for whoever goes on from it.
	const chosenText = params.get('s') ?? '';
	const chosen = useMemo(() => new Set(chosenText.split(',').filter((value) => value !== '')), [chosenText]);
	const facetText = JSON.stringify(facets.map((facet) => [facet, params.getAll(facet)]));
	const chosenFacets = useMemo(() => {
		const named = JSON.parse(facetText) as [string, string[]][];
		return new Map(named.filter(([, values]) => values.length > 0));
	}, [facetText]);
	return useMemo(() => {
		const write = (change: (next: URLSearchParams) => void) =>
			setParams((before) => changed(before, change), { replace: true });
		const setChosen = (next: ReadonlySet<string>) => write((to) => put(to, 's', [...next].join(',')));
		return {
			text,
			chosen,
			facets: chosenFacets,
			setText,
			toggle(value) {
				const next = new Set(chosen);
				if (!next.delete(value)) next.add(value);
				setChosen(next);
			},
			only(values) {
				const already = values.length === chosen.size && values.every((value) => chosen.has(value));
				setChosen(already ? new Set() : new Set(values));
			},
			choose(facet, values) {
				write((to) => {
					to.delete(facet);
					for (const value of values) to.append(facet, value);
				});
			},
			clear() {
				setText('');
				written.current = '';
				write((to) => {
					for (const name of ['q', 's', ...facets]) to.delete(name);
				});
			},
		};
	}, [setParams, text, chosen, chosenFacets, facets]);
}

function changed(before: URLSearchParams, change: (next: URLSearchParams) => void): URLSearchParams {
	const next = new URLSearchParams(before);
	change(next);
	return next;
}

function put(params: URLSearchParams, name: string, value: string): void {
	if (value === '') params.delete(name);
	else params.set(name, value);
}
