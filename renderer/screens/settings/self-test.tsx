import { Button } from 'antd';
import { useState } from 'react';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { useLive } from '../../live/live-feed.tsx';
import { WorkProgress } from '../../live/work-progress.tsx';
import { StatusGlyph } from '../../status/status-glyph.tsx';
import { useText } from '../../texts/use-text.ts';

const MARK = { passed: 'passed', failed: 'failed', unknown: 'none' } as const;

/** Whether the tool itself can be relied on here. */
export function SelfTest() {
	const { t, say } = useText();
	const mayChange = useMayChange();
	const measuring = useLive((state) => state.measuring !== null);
	const test = useAction('about.selfTest');
	const stop = useAction('about.stopSelfTest');
	const [watch, setWatch] = useState('');
	const start = () => {
		const name = crypto.randomUUID();
		setWatch(name);
		test.mutate({ watch: name });
	};
	return (
		<div className="panel stack" aria-busy={test.isPending}>
			<h3>{t('selfTest.title')}</h3>
			<p className="muted">{t(measuring ? 'selfTest.measuring' : 'selfTest.help')}</p>
			<div>
				<Button disabled={!mayChange || measuring} loading={test.isPending} onClick={start}>
					{t('selfTest.start')}
				</Button>
			</div>
			{test.isPending && (
				<WorkProgress watch={watch} label={t('selfTest.running')} onStop={() => stop.mutate({ watch })} />
			)}
			{test.data !== undefined && (
				<table className="plain-table" aria-label={t('selfTest.title')}>
					<tbody>
						{test.data.map(({ id, outcome, detail }) => (
							<tr key={id} data-outcome={outcome}>
								<th scope="row">{t(`selfTest.${id}`)}</th>
								<td>
									<StatusGlyph mark={MARK[outcome]} /> {t(`selfTest.outcome.${outcome}`)}
								</td>
								<td translate="no">{say(detail)}</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</div>
	);
}
