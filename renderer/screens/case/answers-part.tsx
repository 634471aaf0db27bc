import type { CaseResult } from '../../../contract/run.ts';
import { StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { EvidenceThumb } from '../manual/evidence-thumb.tsx';

/** What people saw: one line per expected result, with its evidence. */
export function AnswersPart({ result }: { result: CaseResult }) {
	const { t, format } = useText();
	if (result.answers.length === 0) return null;
	return (
		<section className="panel stack" aria-label={t('case.answers')}>
			<h2>{t('case.answers')}</h2>
			{result.answers.map((given) => (
				<div key={`${given.step} ${given.on}`} className="stack">
					<div className="muted">
						<span translate="no">{given.by}</span> · {format.date(given.on)}
						<Witness names={given.answers.flatMap(({ witness }) => witness ?? [])} />
					</div>
					{given.answers.map((answer) => (
						<div key={answer.expected} className="answer-line">
							<b>{answer.expected + 1}</b>
							<StatusMark mark={answer.verdict} />
							<div className="break" translate="no">
								{answer.actual}
								{answer.comment !== '' && <p className="muted">{answer.comment}</p>}
								<div className="row">
									{answer.evidence.map((piece) => (
										<EvidenceThumb key={piece.digest.sha256} evidence={piece} />
									))}
								</div>
							</div>
						</div>
					))}
				</div>
			))}
		</section>
	);
}

function Witness({ names }: { names: readonly string[] }) {
	const { t, format } = useText();
	if (names.length === 0) return null;
	return <span translate="no">{` · ${t('manual.witness')} ${format.list(new Set(names))}`}</span>;
}
