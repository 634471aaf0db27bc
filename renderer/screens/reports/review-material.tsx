import { useState } from 'react';
import type { Output } from '../../../contract/methods.ts';
import { StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { EvidenceDialog } from './evidence-dialog.tsx';
import { drawSample, secureRandom, USUAL_SAMPLE } from './evidence-sample.ts';

type Material = Output<'review.material'>;
type CasePart = Material['failed'][number];

/** What a reviewer looks at before deciding: everything that did not pass, what was done otherwise, and a random sample. */
export function ReviewMaterial(props: {
	file: string;
	material: Material;
	opened: ReadonlySet<string>;
	onOpened: (sha256: string) => void;
}) {
	const { t } = useText();
	const { material } = props;
	return (
		<div className="stack">
			<Cases title={t('review.failed')} none={t('review.failedNone')} cases={material.failed} />
			<Cases title={t('review.waived')} none={t('review.waivedNone')} cases={material.waived} />
			<Cases title={t('review.otherwise')} none={t('review.otherwiseNone')} cases={material.otherwise}>
				{material.deviations.map((text) => (
					<li key={text} translate="no">
						{text}
					</li>
				))}
			</Cases>
			<Sample {...props} />
		</div>
	);
}

function Cases(props: { title: string; none: string; cases: readonly CasePart[]; children?: React.ReactNode[] }) {
	const { t, say } = useText();
	const { title, none, cases, children = [] } = props;
	return (
		<section aria-label={title}>
			<h3>{`${title} ${cases.length + children.length}`}</h3>
			{cases.length + children.length === 0 && <p className="muted">{none}</p>}
			<ul className="plain-rows">
				{cases.map(({ id, title: name, level, status, reason, attempts, waiver }) => (
					<li key={id}>
						<div className="row">
							<StatusMark mark={status} plain />
							<b translate="no">{say(name)}</b>
							<span className="muted">{t(`level.${level}`)}</span>
							{attempts > 1 && <span className="muted">{t('run.attempts', { count: attempts })}</span>}
						</div>
						{reason !== undefined && (
							<p className="muted break" translate="no">
								{say(reason)}
							</p>
						)}
						{waiver !== undefined && (
							<p className="break" translate="no">
								{[waiver.by, waiver.reason].filter((part) => part !== undefined).join(' · ')}
							</p>
						)}
					</li>
				))}
				{children}
			</ul>
		</section>
	);
}

function Sample({ file, material, opened, onOpened }: Parameters<typeof ReviewMaterial>[0]) {
	const { t, format } = useText();
	const { evidence, mustOpen } = material;
	// Drawn once: who reviews does not draw until it suits.
	const [sample] = useState(() => drawSample(evidence, Math.max(mustOpen, USUAL_SAMPLE), secureRandom));
	const [shown, setShown] = useState<Material['evidence'][number] | null>(null);
	return (
		<section aria-label={t('review.sample')}>
			<h3>{t('review.sample')}</h3>
			<p className={opened.size < mustOpen ? 'status-warned' : 'muted'} role="status">
				{evidence.length === 0
					? t('review.sampleNone')
					: t(mustOpen > 0 ? 'review.sampleMust' : 'review.sampleOf', {
							shown: sample.length,
							total: evidence.length,
							opened: opened.size,
							needed: mustOpen,
						})}
			</p>
			<ul className="plain-rows">
				{sample.map((piece) => (
					<li key={`${piece.sha256} ${piece.name}`}>
						<button
							type="button"
							className="plain review-open"
							onClick={() => {
								setShown(piece);
								onOpened(piece.sha256);
							}}
						>
							<span translate="no">{piece.name}</span>
						</button>{' '}
						<span className="muted">
							{format.bytes(piece.size)} · <span translate="no">{piece.cases.join(' ')}</span>
							{opened.has(piece.sha256) && ` · ${t('review.opened')}`}
						</span>
					</li>
				))}
			</ul>
			{shown !== null && <EvidenceDialog file={file} piece={shown} onClose={() => setShown(null)} />}
		</section>
	);
}
