import { ReloadOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { HostProfile } from '../../../contract/host.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction, useCall } from '../../engine/use-call.ts';
import { Screen } from '../../frame/screen.tsx';
import { FilterBar } from '../../list/filter-bar.tsx';
import { matches } from '../../list/matches.ts';
import { saveText } from '../../list/save-text.ts';
import { SidePane } from '../../list/side-pane.tsx';
import { useFilters } from '../../list/use-filters.ts';
import { Empty, Partial, Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { FieldDetails } from './field-details.tsx';
import { useFieldValue } from './field-value.tsx';
import { HostGroups } from './host-groups.tsx';
import { hostHeadline } from './host-headline.ts';
import { confidenceOf, hostRows } from './host-rows.ts';
import { ProbeProgress } from './probe-progress.tsx';
import { useCorrections } from './use-corrections.ts';
import { useVirtualLine } from './use-virtual-line.ts';
import './host.css';

/** The machine as it was detected: every value with its source and how sure it is. */
export function HostScreen() {
	const { t } = useText();
	const { profile: shown } = useParams();
	const current = useCall('host.current', {}, { enabled: shown === undefined });
	const older = useCall('host.show', { evidence: shown ?? '' }, { enabled: shown !== undefined });
	const detect = useAction('host.detect', { refresh: ['host.current', 'host.list'] });
	const mayChange = useMayChange();
	const button = (
		<Button
			type="primary"
			icon={<ReloadOutlined aria-hidden />}
			loading={detect.isPending}
			disabled={!mayChange}
			onClick={() => detect.mutate({})}
		>
			{t(detect.isPending ? 'host.detecting' : current.data === null ? 'host.detect' : 'host.detectAgain')}
		</Button>
	);
	if (shown !== undefined) {
		return <Shown query={older}>{(profile) => <Profile profile={profile} evidence={shown} action={button} />}</Shown>;
	}
	return (
		<Shown query={current}>
			{(known) =>
				known === null ? (
					<Screen title={t('host.title')}>
						{detect.isPending ? (
							<ProbeProgress />
						) : (
							<Empty title={t('host.emptyTitle')} text={t('host.emptyText')} action={button} />
						)}
					</Screen>
				) : (
					<Profile profile={known.profile} evidence={known.evidence} action={button} detecting={detect.isPending} />
				)
			}
		</Shown>
	);
}

function Profile(props: { profile: HostProfile; evidence: string; action: React.ReactNode; detecting?: boolean }) {
	const { profile } = props;
	const { t, format } = useText();
	const navigate = useNavigate();
	const filters = useFilters();
	const written = useFieldValue();
	const [open, setOpen] = useState<string | null>(null);
	const corrections = useCorrections();
	const rows = useMemo(() => hostRows(profile), [profile]);
	const shown = rows.filter((row) => {
		const confidence = confidenceOf(row.field);
		if (filters.chosen.size > 0 && !filters.chosen.has(confidence)) return false;
		const label = row.text === null ? row.path : t(row.text);
		return matches(filters.text, label, row.part?.name, row.path, written(row), row.field.source);
	});
	const count = (value: string) => rows.filter((row) => confidenceOf(row.field) === value).length;
	const headline = hostHeadline(profile);
	const virtualLine = useVirtualLine(headline);
	const opened = rows.find((row) => row.path === open);
	const bad = profile.probes.filter((probe) => probe.state !== 'done');
	return (
		<Screen
			title={<span translate="no">{headline.machine ?? headline.cpu ?? t('host.title')}</span>}
			note={
				<span>
					<span translate="no">{[headline.cpu, headline.os].filter((part) => part !== null).join(' · ')}</span>
					{' · '}
					{t('host.detectedOn', { date: format.date(profile.detectedOn) })}
					{profile.origin === 'snapshot' && ` · ${t('host.snapshot')}`}
				</span>
			}
			actions={
				<>
					<EarlierProfiles evidence={props.evidence} />
					<Button onClick={() => void navigate(`/host/label?profile=${props.evidence}`)}>{t('host.label')}</Button>
					<ExportInventory />
					{props.action}
				</>
			}
		>
			{props.detecting === true && <ProbeProgress />}
			{virtualLine !== null && (
				<div className="bar" role="note">
					{virtualLine}
				</div>
			)}
			{bad.length > 0 && (
				<Partial>
					{t('host.partial', {
						bad: bad.length,
						total: profile.probes.length,
						names: format.list(
							bad.map((probe) => probe.name + t('word.aside', { text: t(`host.probe.${probe.state}`) })),
						),
					})}
				</Partial>
			)}
			<FilterBar
				text={filters.text}
				onText={filters.setText}
				chips={(['conflict', 'guess', 'none'] as const).map((value) => ({
					value,
					label: t(`host.confidence.${value}`),
					count: count(value),
				}))}
				chosen={filters.chosen}
				onToggle={filters.toggle}
				shown={shown.length}
				total={rows.length}
				onClear={filters.clear}
			/>
			<SidePane
				label={t('host.evidence')}
				open={opened !== undefined}
				onClose={() => setOpen(null)}
				pane={opened !== undefined && <FieldDetails row={opened} profile={props.evidence} corrections={corrections} />}
			>
				<HostGroups
					rows={shown}
					whole={filters.text !== '' || filters.chosen.size > 0}
					current={open}
					corrections={corrections}
					onOpen={setOpen}
				/>
			</SidePane>
		</Screen>
	);
}

function EarlierProfiles({ evidence }: { evidence: string }) {
	const { t, format } = useText();
	const navigate = useNavigate();
	const list = useCall('host.list', {});
	const entries = list.data ?? [];
	if (entries.length < 2) return null;
	const before = entries.find((entry) => entry.evidence !== evidence);
	return (
		<>
			<Select
				aria-label={t('host.older')}
				value={evidence}
				style={{ minWidth: 200 }}
				options={entries.map((entry) => ({ value: entry.evidence, label: format.date(entry.detectedOn) }))}
				onChange={(value: string) => void navigate(`/host/${value}`)}
			/>
			{before !== undefined && (
				<Button onClick={() => void navigate(`/host/diff?a=${before.evidence}&b=${evidence}`)}>{t('host.diff')}</Button>
			)}
		</>
	);
}

/** The machine as CycloneDX, with sensitive values masked: what may leave the house. */
function ExportInventory() {
	const { t } = useText();
	const inventory = useAction('host.hbom');
	const save = (hbom: unknown) => saveText('host.cdx.json', JSON.stringify(hbom, null, 1), 'application/json');
	return (
		<Button loading={inventory.isPending} onClick={() => inventory.mutate({}, { onSuccess: save })}>
			{t('host.export')}
		</Button>
	);
}
