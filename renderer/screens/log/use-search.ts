import { useState } from 'react';
import type { Output } from '../../../contract/methods.ts';
import { useAction } from '../../engine/use-call.ts';

export type Found = Output<'evidence.search'>;
export type Hit = Found['hits'][number];
type Options = Readonly<Record<'regex' | 'caseSensitive' | 'wholeWord', boolean>>;

export interface LogSearch {
	readonly pattern: string;
	readonly options: Options;
	/** null until something was looked for, and when something else is to be looked for. */
	readonly found: Found | null;
	/** Which hit is shown. */
	readonly at: number;
	readonly busy: boolean;
	/** Whether the hits are listed beside the text. */
	readonly listed: boolean;
	setPattern(pattern: string): void;
	setOption(name: keyof Options, value: boolean): void;
	/** Looks for the pattern and goes to the first hit. */
	start(): void;
	/** To the next hit, or the one before, around the ends; looks for the pattern first where nobody has. */
	step(by: 1 | -1): void;
	goTo(index: number): void;
	setListed(listed: boolean): void;
}

/** A search in the engine, and which of its hits is at hand. */
export function useSearch(sha256: string, encoding: string, onHit: (hit: Hit) => void): LogSearch {
	const search = useAction('evidence.search');
	const [pattern, setPattern] = useState('');
	const [options, setOptions] = useState<Options>({ regex: false, caseSensitive: false, wholeWord: false });
	const [found, setFound] = useState<Found | null>(null);
	const [at, setAt] = useState(0);
	const [listed, setListed] = useState(true);
	const show = (result: Found, index: number) => {
		const hit = result.hits[index];
		if (hit === undefined) return;
		setAt(index);
		onHit(hit);
	};
	const start = () => {
		if (pattern === '') return;
		const query = { sha256, pattern, ...options, encoding: encoding === 'hex' ? 'utf-8' : encoding };
		search.mutate(query, {
			onSuccess: (result) => {
				setFound(result);
				setListed(true);
				show(result, 0);
			},
		});
	};
	return {
		...{ pattern, options, found, at, busy: search.isPending, listed, setListed, start },
		setPattern(next) {
			setPattern(next);
			setFound(null);
		},
		setOption(name, value) {
			setOptions({ ...options, [name]: value });
			setFound(null);
		},
		step(by) {
			if (found === null || found.hits.length === 0) start();
			else show(found, (at + by + found.hits.length) % found.hits.length);
		},
		goTo: (index) => found !== null && show(found, index),
	};
}
