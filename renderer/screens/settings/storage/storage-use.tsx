import { Button } from 'antd';
import type { Retention, Storage } from '../../../../contract/storage.ts';
import { useCall } from '../../../engine/use-call.ts';
import { Shown } from '../../../states/states.tsx';
import { useText } from '../../../texts/use-text.ts';

/** How much lies in the data folder, of which kind, and what of it could go. Counted when somebody asks, not all the time. */
export function StorageUse() {
	const { t } = useText();
	const usage = useCall('data.usage', {});
	return (
		<>
			<section className="panel stack" aria-label={t('storage.use')}>
				<div className="row spread">
					<h3>{t('storage.use')}</h3>
					<Button size="small" loading={usage.isFetching} onClick={() => void usage.refetch()}>
						{t('storage.again')}
					</Button>
				</div>
				<Shown query={usage}>{(found) => <Kinds usage={found} />}</Shown>
			</section>
			{usage.data !== undefined && <Proposals proposals={usage.data.proposals} />}
		</>
	);
}

function Kinds({ usage }: { usage: Storage }) {
	const { t, format } = useText();
	return (
		<>
			<table className="plain-table">
				<thead>
					<tr>
						<th scope="col">{t('storage.kind')}</th>
						<th scope="col">{t('word.size')}</th>
						<th scope="col">{t('storage.files')}</th>
					</tr>
				</thead>
				<tbody>
					{usage.kinds.map(({ kind, bytes, files }) => (
						<tr key={kind} data-kind={kind}>
							<th scope="row">{t(`storage.kind.${kind}`)}</th>
							<td translate="no">{format.bytes(bytes)}</td>
							<td translate="no">{format.number(files, 15)}</td>
						</tr>
					))}
				</tbody>
			</table>
			<dl className="pairs">
				<dt>{t('storage.all')}</dt>
				<dd translate="no">{format.bytes(usage.bytes)}</dd>
				<dt>{t('storage.free')}</dt>
				<dd>{t('storage.freeOf', { free: format.bytes(usage.disk.free), size: format.bytes(usage.disk.size) })}</dd>
				<dt>{t('storage.evidenceCount')}</dt>
				<dd translate="no">{format.number(usage.evidence, 15)}</dd>
			</dl>
		</>
	);
}

function Proposals({ proposals }: { proposals: readonly Retention[] }) {
	const { t } = useText();
	return (
		<section className="panel stack" aria-label={t('storage.retention')}>
			<h3>{t('storage.retention')}</h3>
			<p className="muted">{t(proposals.length === 0 ? 'storage.nothing' : 'storage.retentionHelp')}</p>
			<ul className="plain-rows">
				{proposals.map((proposal) => (
					<Proposal key={proposal.what} proposal={proposal} />
				))}
			</ul>
		</section>
	);
}

function Proposal({ proposal }: { proposal: Retention }) {
	const { t, format } = useText();
	const { what, bytes, files, directory, names, before } = proposal;
	return (
		<li data-could={what} className="stack">
			<div className="row">
				<b>{t(`storage.could.${what}`, { before: before === null ? '' : format.date(before) })}</b>
				<span className="chip" translate="no">
					{format.bytes(bytes)} · {format.number(files, 15)}
				</span>
			</div>
			<div className="break" translate="no">
				<code>{directory}</code>
			</div>
			<details>
				<summary>{t('storage.names')}</summary>
				<ul className="plain-rows" translate="no">
					{names.map((name) => (
						<li key={name} className="break">
							<code>{name}</code>
						</li>
					))}
				</ul>
			</details>
		</li>
	);
}
