import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Output } from '../../../contract/methods.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { useAction, useCall } from '../../engine/use-call.ts';
import { BackLink } from '../../frame/back-link.tsx';
import { Screen } from '../../frame/screen.tsx';
import { FilterBar } from '../../list/filter-bar.tsx';
import { Grid } from '../../list/grid.tsx';
import { matches } from '../../list/matches.ts';
import { saveText } from '../../list/save-text.ts';
import { SidePane } from '../../list/side-pane.tsx';
import { useFilters } from '../../list/use-filters.ts';
import { csv } from '../../list/write-csv.ts';
import { Empty, Shown } from '../../states/states.tsx';
import { TEXTS, type TextKey } from '../../texts/all-texts.ts';
import { useText } from '../../texts/use-text.ts';

type Entry = Output<'audit.list'>['entries'][number];
const PAGE = 1000;

/** Everything that was ever recorded, newest first, with the chain that proves its order. */
export function AuditScreen() {
	const { t } = useText();
	const [pages, setPages] = useState(1);
	const end = useCall('about.show', {});
	const from = Math.max(0, (end.data?.seq ?? 0) - PAGE * pages);
	const list = useCall('audit.list', { after: from, limit: PAGE }, { enabled: end.data !== undefined, keep: true });
	return (
		<Shown query={end}>
			{() => (
				<Shown query={list}>
					{({ entries }) =>
						entries.length === 0 ? (
							<Screen title={t('audit.title')} back={<BackLink to="/settings" text={t('rail.settings')} />}>
								<Empty
									title={t('audit.empty')}
									text={t('audit.emptyText')}
									action={<Link to="/host">{t('overview.step.host')}</Link>}
								/>
							</Screen>
						) : (
							<Audit entries={entries} onOlder={from === 0 ? undefined : () => setPages(pages + 1)} />
						)
					}
				</Shown>
			)}
		</Shown>
	);
}

function Audit({ entries, onOlder }: { entries: readonly Entry[]; onOlder: (() => void) | undefined }) {
	const { t, format } = useText();
	const filters = useFilters();
	const [open, setOpen] = useState<number | null>(null);
	const newest = [...entries].reverse();
	const shown = newest.filter((entry) =>
		matches(filters.text, entry.type, entry.run, personOf(entry), JSON.stringify(entry.fact)),
	);
	const opened = entries.find((entry) => entry.seq === open);
	return (
		<Screen
			fill
			title={t('audit.title')}
			back={<BackLink to="/settings" text={t('rail.settings')} />}
			actions={
				<>
					{onOlder !== undefined && <Button onClick={onOlder}>{t('audit.older')}</Button>}
					<ExportAudit />
					<VerifyChain />
				</>
			}
		>
			<FilterBar
				text={filters.text}
				onText={filters.setText}
				shown={shown.length}
				total={entries.length}
				onClear={filters.clear}
			/>
			<SidePane
				fill
				label={t('audit.details')}
				open={opened !== undefined}
				onClose={() => setOpen(null)}
				pane={
					opened !== undefined && (
						<div className="stack">
							<h2 translate="no">{opened.type}</h2>
							<code className="break" translate="no">
								{opened.hash}
							</code>
							<pre className="block" translate="no">
								{JSON.stringify(opened.fact, null, 2)}
							</pre>
						</div>
					)
				}
			>
				<Grid
					fill
					label={t('audit.title')}
					rows={shown}
					rowKey={(entry) => String(entry.seq)}
					current={open === null ? undefined : String(open)}
					onOpen={(entry) => setOpen(entry.seq)}
					minWidth={700}
					rowHeight={34}
					empty={t('list.nothingMatches')}
					columns={[
						{ key: 'seq', title: t('audit.seq'), width: '76px', align: 'end', render: (entry) => entry.seq },
						{ key: 'at', title: t('word.time'), width: '190px', render: (entry) => format.date(entry.at) },
						{
							key: 'type',
							title: t('audit.action'),
							width: 'minmax(190px, 1fr)',
							render: (entry) => <EventName type={entry.type} />,
						},
						{
							key: 'by',
							title: t('word.person'),
							width: '120px',
							render: (entry) => <span translate="no">{personOf(entry)}</span>,
						},
						{
							key: 'object',
							title: t('audit.object'),
							width: 'minmax(160px, 2fr)',
							render: (entry) => <span translate="no">{objectOf(entry)}</span>,
						},
						{
							key: 'hash',
							title: t('audit.hash'),
							width: '140px',
							render: (entry) => <code translate="no">{entry.hash.slice(0, 14)}</code>,
						},
					]}
				/>
			</SidePane>
		</Screen>
	);
}

function VerifyChain() {
	const { t } = useText();
	const { modal } = App.useApp();
	const verify = useAction('audit.verify');
	const run = () =>
		verify.mutate(
			{},
			{
				onSuccess: ({ intact, entries, head, firstBad }) => {
					// The dialog closes by itself; nobody waits for it.
					void (intact
						? modal.success({
								title: t('audit.intact', { count: entries, head: head.slice(0, 16) }),
								okText: t('action.confirm'),
							})
						: modal.error({ title: t('audit.broken', { seq: firstBad ?? 0 }), okText: t('action.confirm') }));
				},
			},
		);
	return (
		<Button type="primary" loading={verify.isPending} onClick={run}>
			{t('audit.verify')}
		</Button>
	);
}

/** The whole log, not only what is listed. */
function ExportAudit() {
	const { t } = useText();
	const { client } = useEngine();
	const [busy, setBusy] = useState(false);
	const run = async () => {
		setBusy(true);
		try {
			const rows: string[][] = [];
			let after = 0;
			for (;;) {
				const { entries } = await client.call('audit.list', { after, limit: PAGE });
				for (const entry of entries)
					rows.push([String(entry.seq), entry.at, entry.type, entry.run ?? '', entry.hash, JSON.stringify(entry.fact)]);
				after = entries.at(-1)?.seq ?? after;
				if (entries.length < PAGE) break;
			}
			saveText(
				'audit.csv',
				csv([['seq', 'at', 'type', 'run', 'hash', 'fact'], ...rows, ['head', rows.at(-1)?.[4] ?? '']]),
			);
		} finally {
			setBusy(false);
		}
	};
	return (
		<Button loading={busy} onClick={() => void run()}>
			{t('audit.export')}
		</Button>
	);
}

/** What happened, in words; the code of what this page does not know by name. */
function EventName({ type }: { type: string }) {
	const { t } = useText();
	const key = `audit.event.${type}`;
	return Object.hasOwn(TEXTS, key) ? <span>{t(key as TextKey)}</span> : <code translate="no">{type}</code>;
}

function personOf({ fact }: Entry): string {
	return fact !== null && typeof fact === 'object' && 'by' in fact ? String(fact.by) : '';
}

/** As many letters of a run's id as the other lists show. */
const RUN_SHOWN = 13;

function objectOf({ fact, run }: Entry): string {
	if (fact === null || typeof fact !== 'object') return run ?? '';
	const named = ['key', 'field', 'keyid', 'reportId', 'name'].flatMap((name) => {
		const value = (fact as Record<string, unknown>)[name];
		return typeof value === 'string' ? [value] : [];
	});
	return [run?.slice(0, RUN_SHOWN) ?? '', ...named].filter((part) => part !== '').join(' · ');
}
