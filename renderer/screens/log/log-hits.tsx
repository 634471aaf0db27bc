import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useKeys } from '../../keys/use-keys.ts';
import { Grid } from '../../list/grid.tsx';
import { useText } from '../../texts/use-text.ts';
import type { Found, Hit } from './use-search.ts';

const ROW = 28;
const BEFORE = 16;

/** Every hit with its line, beside the text; opening one leads there. */
export function LogHits(props: { found: Found; at: number; onGo: (index: number) => void; onClose: () => void }) {
	const { t, format } = useText();
	const { hits, more } = props.found;
	useKeys({ Escape: props.onClose });
	const rows = hits.map((hit, index) => ({ hit, index }));
	return (
		<aside className="log-hits panel" aria-label={t('log.hitList')}>
			<div className="row spread">
				<h2>
					{more
						? t('log.hitsFirst', { total: format.number(hits.length, 6) })
						: t('log.hitsAll', { total: format.number(hits.length, 6) })}
				</h2>
				<Button
					type="text"
					size="small"
					icon={<CloseOutlined aria-hidden />}
					aria-label={t('log.hitsClose')}
					onClick={props.onClose}
				/>
			</div>
			<Grid
				fill
				label={t('log.hitList')}
				rows={rows}
				rowKey={({ index }) => String(index)}
				rowHeight={ROW}
				current={String(props.at)}
				onOpen={({ index }) => props.onGo(index)}
				columns={[
					{
						key: 'line',
						title: t('log.line'),
						width: '84px',
						align: 'end',
						render: ({ hit }) => <span className="muted">{hit.line}</span>,
					},
					{
						key: 'text',
						title: t('log.text'),
						width: 'minmax(120px, 1fr)',
						render: ({ hit }) => <Excerpt hit={hit} />,
					},
				]}
			/>
		</aside>
	);
}

function Excerpt({ hit: { excerpt } }: { hit: Hit }) {
	return (
		<span className="log-excerpt" translate="no">
			{shortened(excerpt.before)}
			<mark>{excerpt.match}</mark>
			{excerpt.after}
		</span>
	);
}

/** What was found must be seen without scrolling: of what stands before it the last few characters are enough. */
function shortened(before: string): string {
	return before.length > BEFORE ? `…${before.slice(-BEFORE)}` : before;
}
