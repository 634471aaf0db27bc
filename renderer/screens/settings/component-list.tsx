import { Button } from 'antd';
import { useCall } from '../../engine/use-call.ts';
import { FilterBar } from '../../list/filter-bar.tsx';
import { type Column, Grid } from '../../list/grid.tsx';
import { matches } from '../../list/matches.ts';
import { saveText } from '../../list/save-text.ts';
import { useFilters } from '../../list/use-filters.ts';
import { Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { type Component, cycloneDx } from './cyclone-dx.ts';

/** What this software is made of (SBOM): open-source packages, their versions and licences. */
export function ComponentList({ version }: { version: string }) {
	const { t } = useText();
	const filters = useFilters();
	const components = useCall('about.components', {});
	const columns: Column<Component>[] = [
		{ key: 'name', title: t('word.name'), width: 'minmax(200px, 2fr)', render: ({ name }) => <code>{name}</code> },
		{ key: 'version', title: t('word.version'), width: '140px', render: (row) => <code>{row.version}</code> },
		{
			key: 'licence',
			title: t('settings.licence'),
			width: 'minmax(140px, 1fr)',
			render: (row) => <span translate="no">{row.licence || '—'}</span>,
		},
	];
	return (
		<section className="panel stack" aria-label={t('sbom.title')}>
			<h3>{t('sbom.title')}</h3>
			<Shown query={components}>
				{(all) => {
					const shown = all.filter(({ name, licence }) => matches(filters.text, name, licence));
					return (
						<>
							<FilterBar
								text={filters.text}
								onText={filters.setText}
								shown={shown.length}
								total={all.length}
								onClear={filters.clear}
							>
								<Button
									onClick={() =>
										saveText(
											`shipei-${version}.cdx.json`,
											JSON.stringify(cycloneDx(version, all), null, 1),
											'application/vnd.cyclonedx+json',
										)
									}
								>
									{t('sbom.export')}
								</Button>
							</FilterBar>
							<Grid
								label={t('sbom.title')}
								rows={shown}
								columns={columns}
								rowKey={({ name, version: number }) => `${name} ${number}`}
								empty={t('list.nothingMatches')}
								minWidth={480}
							/>
						</>
					);
				}}
			</Shown>
		</section>
	);
}
