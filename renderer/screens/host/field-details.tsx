import { useText } from '../../texts/use-text.ts';
import { ConfidenceChip } from './confidence-chip.tsx';
import { CorrectionsPart } from './corrections-part.tsx';
import { useFieldValue } from './field-value.tsx';
import { confidenceOf, type HostRow } from './host-rows.ts';
import type { Corrections } from './use-corrections.ts';

/** The raw lines behind a field, what other sources said, and why a value is unknown. */
export function FieldDetails(props: { row: HostRow; profile: string; corrections: Corrections }) {
	const { row } = props;
	const { t } = useText();
	const written = useFieldValue();
	const { field } = row;
	return (
		<div className="stack">
			<div>
				<h2>{row.text === null ? <code translate="no">{row.path}</code> : t(row.text)}</h2>
				<p className="field-value break" translate="no">
					{written(row)}
				</p>
				<div className="row">
					<ConfidenceChip confidence={confidenceOf(field)} />
					<span className="muted break" translate="no">
						{field.source}
					</span>
				</div>
			</div>
			{field.sensitive === true && <p className="muted">{t('host.sensitive')}</p>}
			{field.reason !== undefined && (
				<div className="bar">
					<strong>{t('host.whyUnknown')}</strong>
					<span translate="no">{field.reason}</span>
				</div>
			)}
			{(field.conflicts?.length ?? 0) > 0 && (
				<section>
					<h3>{t('host.conflictTitle')}</h3>
					<dl className="pairs">
						<dt>{t('host.conflictUsed')}</dt>
						<dd translate="no">
							{written(row)} <span className="muted">{field.source}</span>
						</dd>
						{field.conflicts?.map((other) => (
							<div key={other.source} className="pairs-row">
								<dt>{t('host.conflictOther')}</dt>
								<dd translate="no">
									{written(row, other.value)} <span className="muted">{other.source}</span>
								</dd>
							</div>
						))}
					</dl>
				</section>
			)}
			<CorrectionsPart
				row={row}
				name={row.text === null ? row.path : t(row.text)}
				profile={props.profile}
				corrections={props.corrections}
			/>
			<section>
				<h3>{t('host.evidence')}</h3>
				{field.evidence.length === 0 && <p className="muted">{t('host.evidenceNone')}</p>}
				{field.evidence.map((piece) => (
					<figure key={`${piece.from} ${piece.line ?? ''} ${piece.text}`} className="raw">
						<figcaption className="muted break">
							<code translate="no">{piece.from}</code>
							{piece.line !== undefined && ` · ${t('host.evidenceLine', { line: piece.line })}`}
						</figcaption>
						<pre translate="no">{piece.text}</pre>
					</figure>
				))}
			</section>
		</div>
	);
}
