import { Button, Tabs } from 'antd';
import { Fragment } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { SuiteDetail } from '../../../contract/suite.ts';
import { EffectsTable } from '../../effects/effects-table.tsx';
import { NetworkTargets } from '../../effects/network-targets.tsx';
import { useCall } from '../../engine/use-call.ts';
import { BackLink } from '../../frame/back-link.tsx';
import { Screen } from '../../frame/screen.tsx';
import { Grid } from '../../list/grid.tsx';
import { Shown } from '../../states/states.tsx';
import { TEXTS, type TextKey } from '../../texts/all-texts.ts';
import { useText } from '../../texts/use-text.ts';
import { SuiteFacts } from './suite-facts.tsx';
import './suites.css';

/** One suite: what it asks, with which parameters, from where. */
export function SuiteScreen() {
	const { id = '' } = useParams();
	const suite = useCall('suite.show', { suite: id });
	return <Shown query={suite}>{(detail) => <Suite suite={detail} />}</Shown>;
}

function Suite({ suite }: { suite: SuiteDetail }) {
	const { t, say } = useText();
	const navigate = useNavigate();
	const product = `suite.product.${suite.product}`;
	return (
		<Screen
			title={<span translate="no">{say(suite.title)}</span>}
			back={<BackLink to="/suites" text={t('suites.title')} />}
			note={
				<span translate="no">
					{suite.id} {suite.version}
				</span>
			}
			actions={
				<Button type="primary" onClick={() => void navigate(`/plan/new?suites=${encodeURIComponent(suite.id)}`)}>
					{t('suites.plan')}
				</Button>
			}
		>
			<section className="panel stack">
				{suite.summary !== undefined && <p translate="no">{say(suite.summary)}</p>}
				<SuiteFacts suite={suite} />
				<dl className="pairs">
					<dt>{t('suite.asks')}</dt>
					<dd>{Object.hasOwn(TEXTS, product) ? t(product as TextKey) : suite.product}</dd>
					<dt>{t('suite.directory')}</dt>
					<dd translate="no">
						<code>{suite.origin.directory}</code>
					</dd>
					<dt>{t('word.digest')}</dt>
					<dd translate="no">
						<code>{suite.digest}</code>
					</dd>
					{suite.origin.publisher !== undefined && (
						<>
							<dt>{t('suite.publisher')}</dt>
							<dd translate="no">{suite.origin.publisher}</dd>
						</>
					)}
					{suite.origin.signers?.map(({ keyid, owner }) => (
						<Fragment key={keyid}>
							<dt>{t('suite.signer')}</dt>
							<dd translate="no">
								{owner} <code>{keyid}</code>
							</dd>
						</Fragment>
					))}
				</dl>
			</section>
			<Tabs
				items={[
					{ key: 'cases', label: `${t('suite.cases')} ${suite.caseList.length}`, children: <Cases suite={suite} /> },
					{
						key: 'params',
						label: `${t('suite.parameters')} ${suite.parameters.length}`,
						children: <Parameters suite={suite} />,
					},
					{ key: 'effects', label: t('plan.effects'), children: <Effects suite={suite} /> },
					{
						key: 'manifest',
						label: t('suite.manifest'),
						children: (
							<pre className="block manifest" tabIndex={0} translate="no">
								{suite.manifest}
							</pre>
						),
					},
				]}
			/>
		</Screen>
	);
}

function Cases({ suite }: { suite: SuiteDetail }) {
	const { t, say } = useText();
	return (
		<Grid
			label={t('suite.cases')}
			rows={suite.caseList}
			rowKey={(row) => row.id}
			minWidth={640}
			columns={[
				{
					key: 'title',
					title: t('word.case'),
					width: 'minmax(200px, 3fr)',
					render: (row) => <span translate="no">{say(row.title)}</span>,
				},
				{
					key: 'id',
					title: t('word.name'),
					width: 'minmax(120px, 1.4fr)',
					render: (row) => <code translate="no">{row.id}</code>,
				},
				{ key: 'level', title: t('word.level'), width: '72px', render: (row) => t(`level.${row.level}`) },
				{
					key: 'way',
					title: t('suite.way'),
					width: '104px',
					render: (row) => t(row.manual ? 'suite.manual' : 'suite.automatic'),
				},
				{ key: 'user', title: t('plan.user'), width: '84px', render: (row) => t(row.root ? 'word.root' : 'word.user') },
				{
					key: 'needs',
					title: t('suite.needs'),
					width: 'minmax(100px, 1fr)',
					render: (row) => <span translate="no">{row.needs.join(' ')}</span>,
				},
			]}
		/>
	);
}

/** What the author says each case changes and what restores it: to be known before anything is planned. */
function Effects({ suite }: { suite: SuiteDetail }) {
	const { t } = useText();
	const cases = suite.caseList.map(({ id, ...rest }) => ({ key: id, ...rest }));
	return (
		<div className="panel stack">
			<p className="muted">{t('suite.effectsNote')}</p>
			<NetworkTargets reaching={{ cases }} />
			<EffectsTable cases={cases} />
		</div>
	);
}

function Parameters({ suite }: { suite: SuiteDetail }) {
	const { t, say } = useText();
	if (suite.parameters.length === 0) return <p className="muted">{t('suite.noParameters')}</p>;
	return (
		<div className="panel">
			<table className="plain-table">
				<thead>
					<tr>
						<th>{t('suite.parameter')}</th>
						<th>{t('suite.type')}</th>
						<th>{t('suite.default')}</th>
					</tr>
				</thead>
				<tbody>
					{suite.parameters.map((parameter) => (
						<tr key={parameter.name}>
							<td>
								<span translate="no">{say(parameter.title)}</span> <code translate="no">{parameter.name}</code>{' '}
								{parameter.required && <span className="chip">{t('suite.required')}</span>}
								{parameter.help !== undefined && (
									<div className="muted" translate="no">
										{say(parameter.help)}
									</div>
								)}
							</td>
							<td translate="no">{parameter.type}</td>
							<td translate="no">{parameter.default === undefined ? '—' : JSON.stringify(parameter.default)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
