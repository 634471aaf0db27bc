import type { TrustState } from '../../../contract/trust.ts';
import { type Primitives, utf8 } from '../../crypto/portable.ts';
import type { Metadata } from '../container/metadata.ts';
import { freshnessOf } from '../trust/freshness.ts';
import { follows, readTrustList, type TrustList } from '../trust/trust-list.ts';
import type { CheckBook } from './check-book.ts';

/**
 * The trust list to judge by: the one the caller holds, brought forward by the lists in the file as far as they follow
 * from it. Null when the caller holds none: what came in the file never founds trust.
 */
export function trustInForce(
	state: TrustState | undefined,
	{ entries }: Metadata,
	{ primitives, now }: { readonly primitives: Primitives; readonly now: Date },
	book: CheckBook,
): TrustList | null {
	const carried = carriedLists(entries, primitives, book);
	if (state === undefined) {
		const none = { zh: '没有给出信任列表', en: 'no trust list was given' };
		book.skipped('trust.list', none);
		book.skipped('trust.fresh', none);
		if (carried.length > 0) ignored(book, carried.length);
		return null;
	}
	const held = readTrustList(utf8(state.envelope), primitives);
	if (typeof held === 'string') return unusable(held, book);
	if (held.fingerprint !== state.fingerprint || held.root.version !== state.version) {
		return unusable('it is not the list that the state names', book);
	}
	const list = broughtForward(held, carried, primitives);
	noteCarried(held, list, carried, book);
	noteList(list, now, book);
	return list;
}

function carriedLists(entries: Metadata['entries'], primitives: Primitives, book: CheckBook): TrustList[] {
	const lists: TrustList[] = [];
	for (const [name, bytes] of entries) {
		if (!name.startsWith('trust/')) continue;
		const list = readTrustList(bytes, primitives);
		if (typeof list === 'string') {
			book.failed(
				'trust.carried',
				{ zh: `${name}：${list}`, en: `${name}: ${list}` },
				{ zh: '文件被改动过，请索取原文件。', en: 'The file was altered; ask for the original.' },
			);
			return [];
		}
		lists.push(list);
	}
	if (lists.length === 0)
		book.skipped('trust.carried', { zh: '文件中没有信任列表', en: 'the file carries no trust list' });
	return lists;
}

function broughtForward(held: TrustList, carried: readonly TrustList[], primitives: Primitives): TrustList {
	return carried.reduce((current, next) => (follows(current, next, primitives) ? next : current), held);
}

function noteCarried(held: TrustList, list: TrustList, carried: readonly TrustList[], book: CheckBook): void {
	if (carried.length === 0) return;
	const newest = Math.max(...carried.map(({ root }) => root.version));
	const known = carried.every(
		({ root, fingerprint }) => root.version < held.root.version || fingerprint === held.fingerprint,
	);
	if (list !== held) {
		const { version } = list.root;
		book.passed('trust.carried', {
			zh: `随附的信任列表由第 ${held.root.version} 版延续到第 ${version} 版，已采用`,
			en: `the lists in the file lead from version ${held.root.version} to ${version}, which is used`,
		});
	} else if (known) {
		book.passed('trust.carried', {
			zh: `随附的第 ${newest} 版并不更新`,
			en: `version ${newest} in the file is not newer`,
		});
	} else ignored(book, carried.length);
}

function ignored(book: CheckBook, count: number): void {
	book.warned(
		'trust.carried',
		{
			zh: `随附的 ${count} 份信任列表不能由您所信任的列表推出，未采用`,
			en: `${count} trust lists in the file do not follow from one that you trust, and are not used`,
		},
		{
			zh: '若需要更新信任列表，请从其发布方取得后用 trust import 导入。',
			en: 'If your trust list needs an update, get it from its publisher and use trust import.',
		},
	);
}

function noteList(list: TrustList, now: Date, book: CheckBook): void {
	const { version, expires } = list.root;
	book.passed('trust.list', {
		zh: `第 ${version} 版，${list.fingerprint}`,
		en: `version ${version}, ${list.fingerprint}`,
	});
	const freshness = freshnessOf(list.root, now);
	if (freshness === 'valid') {
		book.passed('trust.fresh', { zh: `有效期至 ${expires}`, en: `valid until ${expires}` });
		return;
	}
	const todo = {
		zh: '请向发布方索取新的信任列表并用 trust import 导入。此前核验仍可进行，但看不到此后的吊销。',
		en: 'Get a new trust list from its publisher and use trust import. Verification goes on, but does not see later revocations.',
	};
	const state =
		freshness === 'expired'
			? { zh: `信任列表自 ${expires} 起已过期`, en: `the trust list is stale since ${expires}` }
			: { zh: `信任列表将于 ${expires} 到期`, en: `the trust list expires on ${expires}` };
	book.warned('trust.fresh', state, todo);
}

function unusable(problem: string, book: CheckBook): null {
	book.failed(
		'trust.list',
		{ zh: `给出的信任列表不可用：${problem}`, en: `the given trust list cannot be used: ${problem}` },
		{ zh: '请重新导入信任列表（trust import）。', en: 'Import the trust list again (trust import).' },
	);
	return null;
}
