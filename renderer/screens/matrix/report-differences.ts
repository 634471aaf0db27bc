import type { MatrixEntry } from './matrix-entry.ts';
import { standingOfEntry } from './standing.ts';

type FailedCase = { readonly id: string };

export type Difference =
	| { readonly what: 'verdict'; readonly was: MatrixEntry; readonly is: MatrixEntry }
	| { readonly what: 'version' | 'kernel'; readonly was: string; readonly is: string }
	| { readonly what: 'suite'; readonly id: string; readonly was: string; readonly is: string }
	| { readonly what: 'packages' }
	| { readonly what: 'passed'; readonly was: string; readonly is: string };

/** What a report says otherwise than the one before it, as far as their summaries tell. */
export function reportDifferences(is: MatrixEntry, was: MatrixEntry): Difference[] {
	const [now, before] = [is.summary, was.summary];
	const passed = ({ counts }: MatrixEntry['summary']) => `${counts.passed}/${counts.tests}`;
	return [
		...(standingOfEntry(is) === standingOfEntry(was) ? [] : [{ what: 'verdict', was, is } as const]),
		...changed('version', before.product?.version ?? null, now.product?.version ?? null),
		...(samePackages(now, before) ? [] : [{ what: 'packages' } as const]),
		...changed('kernel', before.platform.kernel, now.platform.kernel),
		...now.suites.flatMap(({ id, version }): Difference[] => {
			const earlier = before.suites.find((suite) => suite.id === id)?.version;
			return earlier === undefined || earlier === version ? [] : [{ what: 'suite', id, was: earlier, is: version }];
		}),
		...(passed(now) === passed(before) ? [] : [{ what: 'passed', was: passed(before), is: passed(now) } as const]),
	];
}

/** Which cases fail now and did not, and which did and no longer do. */
export function failedDifferences<Case extends FailedCase>(
	is: readonly Case[],
	was: readonly Case[],
): { readonly broken: Case[]; readonly mended: Case[] } {
	const [now, before] = [new Set(is.map(({ id }) => id)), new Set(was.map(({ id }) => id))];
	return { broken: is.filter(({ id }) => !before.has(id)), mended: was.filter(({ id }) => !now.has(id)) };
}

function samePackages(now: MatrixEntry['summary'], before: MatrixEntry['summary']): boolean {
	const list = ({ product }: MatrixEntry['summary']) => String([...(product?.digests ?? [])].sort());
	// Other versions have other packages: that the version changed says it.
	return now.product?.version !== before.product?.version || list(now) === list(before);
}

function changed(what: 'version' | 'kernel', was: string | null, is: string | null): Difference[] {
	return was === null || is === null || was === is ? [] : [{ what, was, is }];
}
