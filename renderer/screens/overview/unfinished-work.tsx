import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { RunSummary } from '../../../contract/run.ts';
import { useEngine, useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { StatusGlyph } from '../../status/status-glyph.tsx';
import { useText } from '../../texts/use-text.ts';

/** Runs that wait for something: a person, or to be continued. */
export function UnfinishedWork({ runs }: { runs: readonly RunSummary[] }) {
	const { t, say } = useText();
	const navigate = useNavigate();
	const { client } = useEngine();
	const mayChange = useMayChange();
	const resume = useAction('run.resume', { refresh: ['run.list'] });
	const open = runs.filter((run) => run.state !== 'ended' && run.state !== 'planned');
	const details = useQueries({
		queries: open.map((run) => ({
			queryKey: ['run.show', { run: run.id }],
			queryFn: () => client.call('run.show', { run: run.id }),
		})),
	});
	const asking = details.flatMap((query) =>
		(query.data?.cases ?? [])
			.filter((entry) => entry.state === 'asking')
			.map((entry) => ({ run: query.data?.id ?? '', entry })),
	);
	return (
		<section className="panel">
			<h2>{t('overview.unfinished')}</h2>
			{open.length === 0 && <p className="muted">{t('overview.nothingUnfinished')}</p>}
			<ul className="plain-list">
				{asking.map(({ run, entry }) => (
					<li key={`${run} ${entry.key}`} className="row spread">
						<span className="row">
							<StatusGlyph mark="asking" />
							{t('overview.askingText', { title: say(entry.title) })}
						</span>
						<Button
							type="primary"
							onClick={() => void navigate(`/runs/${run}/manual?case=${encodeURIComponent(entry.key)}`)}
						>
							{t('overview.answer')}
						</Button>
					</li>
				))}
				{open.map((run) => (
					<li key={run.id} className="row spread">
						<span className="row">
							<StatusGlyph
								mark={run.state === 'running' ? 'running' : run.state === 'paused' ? 'paused' : 'interrupted'}
							/>
							{t(textOf(run), { id: run.id.slice(0, 10) })}
						</span>
						<span className="row">
							{run.state !== 'running' && (
								<Button
									type="primary"
									disabled={!mayChange}
									onClick={() => resume.mutate({ run: run.id }, { onSuccess: () => void navigate(`/runs/${run.id}`) })}
								>
									{t('overview.continue')}
								</Button>
							)}
							<Button onClick={() => void navigate(`/runs/${run.id}`)}>{t('action.open')}</Button>
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}

function textOf(run: RunSummary) {
	if (run.state === 'running') return 'overview.runningText' as const;
	return run.state === 'paused' ? ('overview.pausedText' as const) : ('overview.interruptedText' as const);
}
