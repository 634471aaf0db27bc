import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { SUITE_CATEGORIES, type SuiteSummary } from '../../../contract/suite.ts';
import { useCall } from '../../engine/use-call.ts';
import { Screen } from '../../frame/screen.tsx';
import { FilterBar } from '../../list/filter-bar.tsx';
import { matches } from '../../list/matches.ts';
import { useFilters } from '../../list/use-filters.ts';
import { Empty, Shown } from '../../states/states.tsx';
import type { TextKey } from '../../texts/all-texts.ts';
import { useText } from '../../texts/use-text.ts';
import { SuiteFacts } from './suite-facts.tsx';
import './suites.css';

/** What can be asked of this machine and its products, by category. */
export function SuitesScreen() {
	const suites = useCall('suite.list', {});
	return <Shown query={suites}>{(list) => <Suites suites={list} />}</Shown>;
}

function Suites({ suites }: { suites: readonly SuiteSummary[] }) {
	const { t, say } = useText();
	const navigate = useNavigate();
	const filters = useFilters();
	const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
	const shown = suites.filter(
		(suite) =>
			(filters.chosen.size === 0 || filters.chosen.has(suite.category)) &&
			matches(filters.text, suite.id, suite.title.zh, suite.title.en, say(suite.summary ?? suite.title)),
	);
	const categories = SUITE_CATEGORIES.filter((category) => suites.some((suite) => suite.category === category));
	const toggle = (id: string) => {
		const next = new Set(chosen);
		if (!next.delete(id)) next.add(id);
		setChosen(next);
	};
	const plan = () => void navigate(`/plan/new?suites=${[...chosen].map(encodeURIComponent).join(',')}`);
	return (
		<Screen
			title={t('suites.title')}
			actions={
				<Button type="primary" disabled={chosen.size === 0} onClick={plan}>
					{t('suites.planMany', { count: chosen.size })}
				</Button>
			}
		>
			{suites.length === 0 ? (
				<Empty title={t('suites.empty')} text={t('suites.emptyText')} />
			) : (
				<FilterBar
					text={filters.text}
					onText={filters.setText}
					chips={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
					chosen={filters.chosen}
					onToggle={filters.toggle}
					shown={shown.length}
					total={suites.length}
					onClear={filters.clear}
				/>
			)}
			<div className="suite-groups">
				{categories.map((category) => {
					const group = shown.filter((suite) => suite.category === category);
					if (group.length === 0) return null;
					return (
						<section key={category} className={`suite-group suite-group-${group.length}`}>
							<h2>{t(`category.${category}` as TextKey)}</h2>
							<div className="cards">
								{group.map((suite) => (
									<SuiteCard
										key={suite.id}
										suite={suite}
										chosen={chosen.has(suite.id)}
										onToggle={() => toggle(suite.id)}
									/>
								))}
							</div>
						</section>
					);
				})}
			</div>
		</Screen>
	);
}

function SuiteCard({ suite, chosen, onToggle }: { suite: SuiteSummary; chosen: boolean; onToggle: () => void }) {
	const { t, say } = useText();
	return (
		<article className={chosen ? 'panel card card-chosen' : 'panel card'}>
			<div className="row spread" style={{ flexWrap: 'nowrap', alignItems: 'flex-start' }}>
				<h3>
					<Link to={`/suites/${encodeURIComponent(suite.id)}`} translate="no">
						{say(suite.title)}
					</Link>
				</h3>
				<Checkbox checked={chosen} onChange={onToggle} aria-label={t('suites.choose', { title: say(suite.title) })} />
			</div>
			{suite.summary !== undefined && (
				<p className="muted" translate="no">
					{say(suite.summary)}
				</p>
			)}
			<SuiteFacts suite={suite} />
			<div className="row card-foot">
				<Link to={`/plan/new?suites=${encodeURIComponent(suite.id)}`}>{t('suites.plan')}</Link>
			</div>
		</article>
	);
}
