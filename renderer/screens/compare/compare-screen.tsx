import { Button, Select, Tabs } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import type { RunSummary } from '../../../contract/run.ts';
import { useCall } from '../../engine/use-call.ts';
import { Screen } from '../../frame/screen.tsx';
import { FileField } from '../../list/file-field.tsx';
import { Empty, Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { ComparedFigures } from './compared-figures.tsx';
import { ComparedHosts } from './compared-hosts.tsx';
import { ComparedResults } from './compared-results.tsx';
import './compare.css';
import { useRunName } from './use-run-name.ts';

/** Runs against a baseline: figures with intervals, results that differ, hosts that differ. */
export function CompareScreen() {
	const runs = useCall('run.list', {});
	return <Shown query={runs}>{(list) => <Compare runs={list} />}</Shown>;
}

function Compare({ runs }: { runs: readonly RunSummary[] }) {
	const { t } = useText();
	const navigate = useNavigate();
	const [params, setParams] = useSearchParams();
	const [baseline, ...candidates] = (params.get('runs') ?? '').split(',').filter((id) => id !== '');
	const chosen = [baseline, ...candidates].flatMap((id) => id ?? []);
	const nameOf = useRunName();
	const options = [...runs]
		.filter((run) => run.state === 'ended' || run.state === 'interrupted' || chosen.includes(run.id))
		.sort((a, b) => b.plannedOn.localeCompare(a.plannedOn))
		.map((run) => ({ value: run.id, label: nameOf(run) }));
	const reference = params.get('reference') ?? '';
	const write = (next: readonly string[], file = reference) =>
		setParams({ runs: next.join(','), ...(file === '' ? {} : { reference: file }) }, { replace: true });
	const ready = baseline !== undefined && candidates.length > 0;
	return (
		<Screen title={t('compare.title')} note={t('compare.sentence')}>
			<div className="compare-choice no-print">
				<div className="field">
					<label htmlFor="compare-baseline">{t('compare.baseline')}</label>
					<Select
						id="compare-baseline"
						showSearch
						optionFilterProp="label"
						value={baseline ?? null}
						options={options}
						onChange={(value: string) => write([value, ...candidates.filter((id) => id !== value)])}
					/>
				</div>
				<div className="field">
					<label htmlFor="compare-candidates">{t('compare.candidates')}</label>
					<Select
						id="compare-candidates"
						mode="multiple"
						optionFilterProp="label"
						maxCount={6}
						value={candidates}
						options={options.filter((option) => option.value !== baseline)}
						onChange={(value: string[]) => write([baseline ?? '', ...value])}
					/>
				</div>
				<div className="field">
					<label htmlFor="compare-reference">{t('compare.referenceFile')}</label>
					<FileField
						id="compare-reference"
						value={reference}
						accept={['.xcr']}
						onChange={(file) => write(chosen, file)}
					/>
				</div>
			</div>
			{!ready && (
				<Empty
					title={t('compare.empty')}
					text={t('compare.emptyText')}
					action={
						options.length < 2 && <Button onClick={() => void navigate('/plan/new')}>{t('action.startTest')}</Button>
					}
				/>
			)}
			{ready && (
				<Tabs
					items={[
						{
							key: 'figures',
							label: t('compare.figures'),
							children: <ComparedFigures baseline={baseline} candidates={candidates} reference={reference} />,
						},
						{
							key: 'results',
							label: t('compare.results'),
							children: <ComparedResults runs={[baseline, ...candidates]} />,
						},
						{ key: 'hosts', label: t('compare.hosts'), children: <ComparedHosts runs={[baseline, ...candidates]} /> },
					]}
				/>
			)}
		</Screen>
	);
}
