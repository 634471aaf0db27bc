import type { Reference, Score } from '../../contract/comparison.ts';
import { type Language, textIn } from '../../contract/text.ts';
import { table } from '../terminal/table.ts';
import { fill, WORDS } from './comparison-texts.ts';

/** The scores of one comparison: what they are relative to, totals with their parts, and what keeps a total away. */
export function scoreLines(scores: readonly Score[], language: Language): string {
	const [first] = scores;
	if (first === undefined) return '';
	const rows = scores.map((score) => [label(score, language), value(score, language), count(score, language)]);
	const missing = scores.filter(({ group }) => group === null).flatMap((score) => missingLines(score, language));
	return [referenceLine(first.reference, language), table(rows), ...missing].join('\n');
}

function label({ side, title, group }: Score, language: Language): string {
	if (group !== null) return `    ${group}`;
	return `  ${textIn(title, language)}${WORDS[language].comma}${WORDS[language].sides[side]}`;
}

function value({ value: total, ci95 }: Score, language: Language): string {
	const words = WORDS[language];
	if (total === null || ci95 === null) return words.noScore;
	return fill(words.score, { value: total.toFixed(0), lo: ci95.lo.toFixed(0), hi: ci95.hi.toFixed(0) });
}

function count({ k, n }: Score, language: Language): string {
	return fill(WORDS[language].members, { k, n });
}

/** One line for each reason, with all members that it holds for. */
function missingLines({ missing }: Score, language: Language): string[] {
	const byReason = Map.groupBy(missing, ({ reason }) => textIn(reason, language));
	return [...byReason].map(
		([reason, members]) => `  ${members.map(({ id }) => id).join(WORDS[language].list)}: ${reason}`,
	);
}

function referenceLine({ name, signers, standing, chosenBy, reportId }: Reference, language: Language): string {
	const words = WORDS[language];
	const about = {
		name,
		signers: signers.join(words.list),
		standing: words.standings[standing],
		reportId: shortened(reportId),
	};
	return `${fill(words.reference, about)}${chosenBy === 'operator' ? `\n${words.ownReference}` : ''}`;
}

/** Enough of a digest to tell reports apart; CSV and JSON have all of it. */
function shortened(reportId: string): string {
	return `${reportId.slice(0, 'sha256:'.length + 16)}…`;
}
