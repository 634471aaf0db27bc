import { Switch } from 'antd';
import { useId, useMemo } from 'react';
import { FacetPanel } from '../../list/facet-panel.tsx';
import { FilterBar } from '../../list/filter-bar.tsx';
import type { Filters } from '../../list/use-filters.ts';
import { useText } from '../../texts/use-text.ts';
import { useCategoryName } from '../products/category-name.ts';
import type { Matrix } from './matrix-data.ts';
import type { MatrixEntry } from './matrix-entry.ts';
import { FACETS, type Facet, facetOptions, UNKNOWN } from './matrix-filters.ts';
import type { SeenMatrix } from './matrix-rows.ts';
import type { Standing } from './standing.ts';
import { useEntryWords } from './use-entry-words.ts';
import { useServersShown } from './use-servers-shown.ts';
import type { Unfolded } from './use-unfolded.ts';
import { PRESETS } from './wanted-cells.ts';

/** The box, the presets and all further filters; what columns are made of; and folding of all versions at once. */
export function MatrixFilterBar(props: {
	entries: readonly MatrixEntry[];
	matrix: Matrix;
	seen: SeenMatrix;
	filters: Filters;
	unfolded: Unfolded;
}) {
	const { entries, matrix, seen, filters, unfolded } = props;
	const { t } = useText();
	const id = useId();
	const valueName = useFacetValueName();
	const [byServers, showServers] = useServersShown();
	const options = useMemo(() => facetOptions(entries, filters.facets), [entries, filters.facets]);
	const groups = matrix.products.filter(({ versions }) => versions.length > 0).map(({ key }) => key);
	const isUnfolded = groups.some(unfolded.has);
	return (
		<FilterBar
			text={filters.text}
			onText={filters.setText}
			chips={PRESETS.map((value) => ({ value, label: t(`matrix.${value}`) }))}
			chosen={filters.chosen}
			onToggle={filters.toggle}
			shown={seen.products}
			total={matrix.products.length}
			filtered={filters.facets.size > 0}
			onClear={filters.clear}
		>
			{groups.length > 0 && (
				<button type="button" className="filter-chip" onClick={() => unfolded.set(isUnfolded ? [] : groups)}>
					{t(isUnfolded ? 'matrix.foldAll' : 'matrix.unfoldAll')}
				</button>
			)}
			<span className="row matrix-switch">
				<Switch id={`${id}-servers`} size="small" checked={byServers} onChange={showServers} />
				<label htmlFor={`${id}-servers`}>{t('matrix.byServers')}</label>
			</span>
			<FacetPanel
				chosen={filters.facets}
				onChoose={filters.choose}
				choices={FACETS.map((facet) => ({
					facet,
					label: t(`matrix.facet.${facet}`),
					options: (options.get(facet) ?? []).map((value) => ({ value, label: valueName(facet, value) })),
				}))}
			/>
		</FilterBar>
	);
}

function useFacetValueName(): (facet: Facet, value: string) => string {
	const { t } = useText();
	const words = useEntryWords();
	const categoryName = useCategoryName();
	return (facet, value) => {
		if (value === UNKNOWN) return t('word.unknown');
		switch (facet) {
			case 'category':
				return categoryName(value);
			case 'verdict':
				return words.standing(value as Standing);
			case 'assurance':
				return words.assurance(value);
			case 'origin':
				return t(value === 'own' ? 'matrix.origin.own' : 'matrix.origin.imported');
			case 'vendor':
			case 'cpu':
			case 'os':
				return value;
		}
	};
}
