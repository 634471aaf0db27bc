import { Button } from 'antd';
import { useState } from 'react';
import { useMayChange } from '../../engine/engine-context.ts';
import { useText } from '../../texts/use-text.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import type { HostRow } from './host-rows.ts';
import type { Corrections } from './use-corrections.ts';

/** What people said about a field, newest first, and the way to say more. */
export function CorrectionsPart(props: { row: HostRow; name: string; profile: string; corrections: Corrections }) {
	const { row, corrections } = props;
	const { t, format } = useText();
	const mayChange = useMayChange();
	const [open, setOpen] = useState(false);
	const all = corrections.all(row);
	const counts = corrections.of(row);
	return (
		<section className="stack" style={{ gap: 8 }}>
			<div className="row spread">
				<h3>{t('host.corrections')}</h3>
				<Button size="small" disabled={!mayChange} onClick={() => setOpen(true)}>
					{t('host.correct')}
				</Button>
			</div>
			{all.length === 0 && <p className="muted">{t('host.correctNone')}</p>}
			{all.map((entry) => (
				<div key={entry.on} className={entry === counts ? 'correction correction-counts' : 'correction'}>
					<b className="break" translate="no">
						{entry.value}
					</b>
					<p className="muted">
						<span translate="no">{entry.by}</span> · {format.date(entry.on)}
						{entry !== counts && ` · ${t(entry === all[0] ? 'host.correctOutdated' : 'host.correctEarlier')}`}
					</p>
					<p className="break" translate="no">
						{entry.reason}
					</p>
				</div>
			))}
			{open && (
				<CorrectDialog profile={props.profile} field={row.path} name={props.name} onClose={() => setOpen(false)} />
			)}
		</section>
	);
}
