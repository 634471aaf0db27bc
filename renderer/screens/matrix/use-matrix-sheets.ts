import type { Cell } from '../../list/save-xlsx.ts';
import type { Filters } from '../../list/use-filters.ts';
import { useText } from '../../texts/use-text.ts';
import { useCategoryName } from '../products/category-name.ts';
import type { MatrixEntry } from './matrix-entry.ts';
import { FACETS } from './matrix-filters.ts';
import { STANDINGS, standingOfEntry } from './standing.ts';
import { useEntryWords } from './use-entry-words.ts';
import { PRESETS } from './wanted-cells.ts';

/** The sheets behind the matrix: every report in one long list; and what its words mean, what was asked, and the digests. */
export function useMatrixSheets(): {
	list: (entries: readonly MatrixEntry[]) => Cell[][];
	legend: (entries: readonly MatrixEntry[], filters: Filters) => Cell[][];
} {
	const { t, format } = useText();
	const words = useEntryWords();
	const categoryName = useCategoryName();
	const listed = (entry: MatrixEntry): Cell[] => {
		const { summary, platform, result, stale } = entry;
		const { product, counts } = summary;
		return [
			product?.name ?? t('matrix.machine'),
			product?.version ?? null,
			product?.vendor ?? null,
			product === null ? categoryName('machine') : product.category === null ? null : categoryName(product.category),
			platform.cpuVendor,
			summary.platform.cpuModel,
			[platform.osName, platform.osVersion].filter((part) => part !== null).join(' '),
			summary.platform.kernel,
			words.servers(platform),
			words.standing(standingOfEntry(entry)),
			counts.passed,
			counts.tests,
			words.levels(summary),
			summary.finishedOn,
			summary.operator,
			words.assurance(summary.assuranceLevel),
			t(result.origin === 'own' ? 'matrix.origin.own' : 'matrix.origin.imported'),
			[...(entry.superseded ? [t('reports.superseded')] : []), words.stale(stale)]
				.filter((part) => part !== '')
				.join(' '),
			format.list(summary.suites.map(({ id, version }) => `${id} ${version}`)),
			result.reportId,
			result.imported?.name ?? result.file,
		];
	};
	const asked = ({ text, chosen, facets }: Filters): Cell[][] => [
		...(text === '' ? [] : [[t('list.filter'), text]]),
		...PRESETS.filter((preset) => chosen.has(preset)).map((preset) => [t('list.filter'), t(`matrix.${preset}`)]),
		...FACETS.flatMap((facet) => {
			const values = facets.get(facet);
			return values === undefined ? [] : [[t(`matrix.facet.${facet}`), format.list(values)]];
		}),
	];
	return {
		list: (entries) => [COLUMNS.map((column) => t(`matrix.list.${column}`)), ...entries.map(listed)],
		legend: (entries, filters) => {
			const query = asked(filters);
			return [
				[t('matrix.legend'), null],
				...STANDINGS.map((standing) => [words.standing(standing), t(`matrix.means.${standing}`)]),
				[t('matrix.query'), query.length === 0 ? t('word.all') : null],
				...query,
				...entries.map(({ result }) => [t('word.digest'), result.reportId]),
			];
		},
	};
}

const COLUMNS = [
	'product',
	'version',
	'vendor',
	'category',
	'cpuVendor',
	'cpu',
	'os',
	'kernel',
	'servers',
	'verdict',
	'passed',
	'tests',
	'levels',
	'finished',
	'operator',
	'assurance',
	'origin',
	'remarks',
	'suites',
	'reportId',
	'file',
] as const;
