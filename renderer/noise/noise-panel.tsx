import { ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Noise } from '../../contract/measurement/noise.ts';
import { useCall } from '../engine/use-call.ts';
import { useLive } from '../live/live-feed.tsx';
import { Shown } from '../states/states.tsx';
import { StatusGlyph } from '../status/status-glyph.tsx';
import type { Mark } from '../status/status-mark.tsx';
import { useText } from '../texts/use-text.ts';
import './noise.css';

const MARK: Readonly<Record<Noise['state'], Mark>> = { good: 'passed', attention: 'warned', unknown: 'none' };
const WORD = { good: 'noise.good', attention: 'noise.look', unknown: 'noise.unknown' } as const;
const REST: readonly Noise['state'][] = ['unknown', 'good'];

/** What would disturb a benchmark on this machine now. Looks only while nothing runs: looking takes time itself. */
export function NoisePanel({ idle }: { idle: boolean }) {
	const { t } = useText();
	const measuring = useLive((state) => state.measuring !== null);
	const noise = useCall('host.noise', {}, { enabled: idle && !measuring });
	if (!idle) return <p className="muted">{t('noise.busy')}</p>;
	return (
		<div className="stack" style={{ gap: 8 }}>
			<Shown query={noise}>{(list) => <NoiseList list={list} />}</Shown>
			<div className="no-print">
				<Button
					size="small"
					icon={<ReloadOutlined aria-hidden />}
					loading={noise.isFetching}
					onClick={() => void noise.refetch()}
				>
					{t('noise.again')}
				</Button>
			</div>
		</div>
	);
}

function NoiseList({ list }: { list: readonly Noise[] }) {
	const { t } = useText();
	const rest = REST.flatMap((state) => list.filter((entry) => entry.state === state));
	const disturbing = list.filter((entry) => entry.state === 'attention');
	return (
		<>
			<p className={disturbing.length === 0 ? 'status-passed' : 'status-warned'} role="status">
				{disturbing.length === 0 ? t('noise.quiet') : t('noise.attention', { count: disturbing.length })}
			</p>
			<NoiseRows list={disturbing} />
			<details>
				<summary>{t('noise.rest', { count: rest.length })}</summary>
				<NoiseRows list={rest} />
			</details>
		</>
	);
}

function NoiseRows({ list }: { list: readonly Noise[] }) {
	const { t, say } = useText();
	if (list.length === 0) return null;
	return (
		<ul className="noise">
			{list.map((entry) => (
				<li key={entry.code}>
					<span className={`status status-${MARK[entry.state]} status-plain`}>
						<StatusGlyph mark={MARK[entry.state]} />
						{t(WORD[entry.state])}
					</span>
					<span translate="no">{say(entry.text)}</span>
					<span className="muted" translate="no">
						{entry.value ?? '—'}
					</span>
				</li>
			))}
		</ul>
	);
}
