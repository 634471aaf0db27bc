import { type QueryCache, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useSyncExternalStore } from 'react';
import { ShipeiError } from '../../contract/errors.ts';
import { useStore } from '../state/store.ts';
import { useText } from '../texts/use-text.ts';
import { useErrorText } from './error-text.ts';
import { shownErrors } from './shown-errors.ts';
import { Partial } from './states.tsx';

/** The strip above all screens says these. */
const SAID_ABOVE: ReadonlySet<unknown> = new Set(['call.engine-gone', 'server.signed-out']);
/** Screens that verify files say themselves which of them could not be read. */
const SAID_BY_SCREENS: ReadonlySet<unknown> = new Set(['bundle.verify']);

/**
 * Names what of the screen could not be fetched, or not anew. Small parts (corrections, doubts, earlier runs) have no
 * place for an error of their own, and must not look as if there were nothing.
 */
export function MissingParts() {
	const { t } = useText();
	const textOf = useErrorText();
	const cache = useQueryClient().getQueryCache();
	const shown = useStore(shownErrors);
	const failed = useFailed(cache).filter(({ state }) => !shown.has(state.error));
	if (failed.length === 0) return null;
	const sentences = new Set(failed.map(({ queryKey, state }) => shortened(`${queryKey[0]}: ${textOf(state.error)}`)));
	return (
		<Partial>
			<span translate="no" className="break">
				{[...sentences].join(' ')}
			</span>{' '}
			<Button size="small" onClick={() => failed.forEach((query) => void query.fetch().catch(() => undefined))}>
				{t('action.retry')}
			</Button>
		</Partial>
	);
}

/** A bar names what is missing; an error that lists a hundred faults must not push the screen away. */
function shortened(sentence: string): string {
	return sentence.length > LONGEST ? `${sentence.slice(0, LONGEST)}…` : sentence;
}

const LONGEST = 300;

/** Calls that the screen waits for and that failed. */
function useFailed(cache: QueryCache) {
	const hashes = useSyncExternalStore(
		(listener) => cache.subscribe(listener),
		() =>
			cache
				.getAll()
				.filter(({ queryKey, state }) => !SAID_BY_SCREENS.has(queryKey[0]) && isToSay(state.error))
				.filter((query) => query.isActive())
				.map((query) => query.queryHash)
				.join('\n'),
	);
	return useMemo(() => hashes.split('\n').flatMap((hash) => cache.get(hash) ?? []), [cache, hashes]);
}

function isToSay(error: unknown): boolean {
	return error !== null && !(error instanceof ShipeiError && SAID_ABOVE.has(error.code));
}
