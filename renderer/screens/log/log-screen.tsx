import { useMemo, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { BackLink } from '../../frame/back-link.tsx';
import { Screen } from '../../frame/screen.tsx';
import { useText } from '../../texts/use-text.ts';
import { caseAddress } from '../run/case-list.tsx';
import { LogView } from './log-view.tsx';

/** The address of a stored file's page, with the bytes that decided marked. */
export function logAddress(
	evidence: { name: string; digest: { sha256: string }; cutBytes: number },
	more: {
		run: string;
		key: string;
		/** Of the step whose output it is: only that one knows when its lines came. */
		attempt?: number | undefined;
		from?: number | undefined;
		to?: number | undefined;
	},
): string {
	const query = new URLSearchParams({ name: evidence.name, run: more.run, key: more.key });
	if (more.from !== undefined && more.to !== undefined) {
		query.set('from', String(more.from));
		query.set('to', String(more.to));
	}
	if (more.attempt !== undefined) query.set('attempt', String(more.attempt));
	if (evidence.cutBytes > 0) query.set('cut', String(evidence.cutBytes));
	return `/log/${evidence.digest.sha256}?${query.toString()}`;
}

/** A stored file of any size, read piece by piece. */
export function LogScreen() {
	const { t, format } = useText();
	const { sha256 = '' } = useParams();
	const [params, setParams] = useSearchParams();
	const [size, setSize] = useState<number | null>(null);
	const from = Number(params.get('from') ?? '-1');
	const to = Number(params.get('to') ?? '-1');
	const cut = Number(params.get('cut') ?? '0');
	const marked = useMemo(() => (from >= 0 && to > from ? { from, to } : null), [from, to]);
	const run = params.get('run');
	const key = params.get('key');
	return (
		<Screen
			fill
			title={<span translate="no">{params.get('name') ?? t('log.title')}</span>}
			back={run !== null && key !== null ? <BackLink to={caseAddress(run, key)} text={t('word.case')} /> : undefined}
			note={
				<>
					{size !== null && <>{format.bytes(size)} · </>}
					<code translate="no">{sha256.slice(0, 16)}</code>
				</>
			}
		>
			{cut > 0 && (
				<div className="bar" role="note">
					{t('log.cut', { size: format.bytes(cut) })}
				</div>
			)}
			<LogView
				key={sha256}
				sha256={sha256}
				name={params.get('name') ?? 'log'}
				of={{ run, key, attempt: params.has('attempt') ? Number(params.get('attempt')) : null }}
				marked={marked}
				onMark={({ from: first, to: last }) =>
					setParams(
						(before) => {
							before.set('from', String(first));
							before.set('to', String(last));
							return before;
						},
						{ replace: true },
					)
				}
				onSize={setSize}
			/>
		</Screen>
	);
}
