import { memo } from 'react';
import { StatusGlyph } from '../../status/status-glyph.tsx';
import { markOfVerdict, StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import type { Inherited } from './inheritance.ts';
import type { MatrixEntry } from './matrix-entry.ts';
import { standingOfEntry } from './standing.ts';
import type { EntryWords } from './use-entry-words.ts';

interface CellProps {
	readonly entry: MatrixEntry | undefined;
	readonly inherited: Inherited | undefined;
	readonly testing: boolean;
	/** Of several versions the one that the result is of is named. */
	readonly ofSeveral: boolean;
	readonly words: EntryWords;
}

/**
 * What is known of a product on a platform, in three lines: how it stands, by level, when and by whom. Kept while it stays
 * the same: scrolling draws only what comes into sight.
 */
export const MatrixCell = memo(function MatrixCell(props: CellProps) {
	const { t } = useText();
	const { entry, inherited, testing } = props;
	if (entry !== undefined) return <Result {...props} entry={entry} />;
	if (testing) {
		return (
			<span className="status status-running">
				<StatusGlyph mark="running" />
				<span>{t('matrix.testing')}</span>
			</span>
		);
	}
	if (inherited !== undefined) return <InheritedResult inherited={inherited} />;
	return <span className="muted">{t('matrix.untested')}</span>;
});

function Result({ entry, testing, ofSeveral, words }: CellProps & { readonly entry: MatrixEntry }) {
	const { t } = useText();
	const { summary, stale, troubled, result } = entry;
	const standing = standingOfEntry(entry);
	const levels = words.levels(summary);
	return (
		<>
			<span className="matrix-line">
				<StatusMark mark={standing === 'notApplicable' ? standing : markOfVerdict(standing)} />
				<span className="matrix-marks">
					{testing && <Sign sign="⟳" words={t('matrix.testing')} />}
					{result.origin === 'imported' && <Sign sign="⇣" words={t('matrix.origin.imported')} />}
					{stale.length > 0 && (
						<Sign sign="◷" words={`${t('matrix.stale')}${t('word.aside', { text: words.stale(stale) })}`} />
					)}
					{troubled && <Sign sign="⚠" words={t('matrix.troubled')} />}
				</span>
			</span>
			<span className="matrix-small ellipsis" title={levels}>
				{levels}
			</span>
			<span className="matrix-small ellipsis">
				{ofSeveral && summary.product !== null && (
					<span translate="no" className="matrix-version">
						{summary.product.version}
					</span>
				)}
				<span>{summary.finishedOn.slice(0, 10)}</span>
				<span>
					<span aria-hidden="true">✍</span> {words.assurance(summary.assuranceLevel)}
				</span>
			</span>
		</>
	);
}

/** A corner mark: a sign for the eye, words for pointer and screen reader. */
function Sign({ sign, words }: { sign: string; words: string }) {
	return (
		<span title={words}>
			<span aria-hidden="true">{sign}</span>
			<span className="visually-hidden">{words}</span>
		</span>
	);
}

/** Never with a verdict's mark: nothing was measured here. */
function InheritedResult({ inherited: { source, rule } }: { inherited: Inherited }) {
	const { t } = useText();
	return (
		<>
			<span>{t('matrix.inheritedVerdict', { verdict: t(`verdict.${source.summary.result}`) })}</span>
			<span className="matrix-small ellipsis" translate="no">
				{rule.from}
			</span>
		</>
	);
}
