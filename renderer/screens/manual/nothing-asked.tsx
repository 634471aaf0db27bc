import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { CaseSummary, RunDetail } from '../../../contract/run.ts';
import { Empty } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';

/** Between two manual steps and after the last one. The page stays: what is asked next appears here by itself. */
export function NothingAsked({ run, manual }: { run: RunDetail; manual: readonly CaseSummary[] }) {
	const { t } = useText();
	const navigate = useNavigate();
	const over = run.state !== 'running' && run.state !== 'paused';
	const open = over ? 0 : manual.filter(({ state }) => state !== 'ended').length;
	const answered = manual.some(({ status }) => status !== null && status !== 'skipped');
	const title = open > 0 ? 'manual.more' : answered ? 'manual.allDone' : 'manual.none';
	return (
		<Empty
			title={t(title, { count: open })}
			action={
				<Button type="primary" onClick={() => void navigate(`/runs/${run.id}`)}>
					{t('manual.backToRun')}
				</Button>
			}
		/>
	);
}
