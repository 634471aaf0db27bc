import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { HostProfile } from '../../../contract/host.ts';
import { useCall } from '../../engine/use-call.ts';
import { BackLink } from '../../frame/back-link.tsx';
import { Screen } from '../../frame/screen.tsx';
import { readCsv } from '../../list/read-csv.ts';
import { saveText } from '../../list/save-text.ts';
import { csv } from '../../list/write-csv.ts';
import { Empty, Partial, Shown } from '../../states/states.tsx';
import { TEXTS } from '../../texts/all-texts.ts';
import type { TextTable } from '../../texts/text-table.ts';
import { useText } from '../../texts/use-text.ts';
import { useFieldValue } from './field-value.tsx';
import { type HostRow, hostRows } from './host-rows.ts';
import { compareLabel, type LabelLine } from './label.ts';
import { LabelTable } from './label-table.tsx';
import './host.css';

/** What a label or a bill of materials says, beside what was detected. */
export function LabelScreen() {
	const [params] = useSearchParams();
	const profile = useCall('host.show', { evidence: params.get('profile') ?? '' });
	return <Shown query={profile}>{(found) => <Label profile={found} />}</Shown>;
}

function Label({ profile }: { profile: HostProfile }) {
	const { t } = useText();
	const rows = hostRows(profile);
	const names = useNames();
	const chooser = useRef<HTMLInputElement>(null);
	const [lines, setLines] = useState<readonly LabelLine[] | null>(null);
	const read = async (file: File | undefined) => {
		if (file !== undefined) setLines(compareLabel(readCsv(await file.text()), rows, names));
	};
	const choose = (
		<Button type="primary" onClick={() => chooser.current?.click()}>
			{t('host.labelChoose')}
		</Button>
	);
	const template = () =>
		saveText(
			'label.csv',
			csv([
				['path', t('host.labelItem'), t('host.labelSays')],
				...rows.filter(({ group }) => GROUPS.has(group)).map((row) => [row.path, names.of(row)[0] ?? '', '']),
			]),
		);
	return (
		<Screen
			title={t('host.labelTitle')}
			note={t('host.labelNote')}
			back={<BackLink to="/host" text={t('host.title')} />}
			actions={
				<>
					<Button onClick={template}>{t('host.labelTemplate')}</Button>
					{lines !== null && choose}
				</>
			}
		>
			<input
				ref={chooser}
				type="file"
				accept=".csv,text/csv"
				hidden
				tabIndex={-1}
				aria-hidden="true"
				onChange={(event) => {
					void read(event.target.files?.[0]);
					event.target.value = '';
				}}
			/>
			{lines === null && <Empty title={t('host.labelEmpty')} text={t('host.labelEmptyText')} action={choose} />}
			{lines?.length === 0 && <Partial>{t('host.labelUnreadable')}</Partial>}
			{lines !== null && lines.length > 0 && (
				<LabelTable lines={lines} nameOf={(row) => names.of(row)[0] ?? row.path} />
			)}
		</Screen>
	);
}

/** What is usually on a label or in a bill of materials. */
const GROUPS = new Set<HostRow['group']>(['machine', 'cpu', 'memory', 'storage', 'network', 'graphics', 'firmware']);

function useNames() {
	const { t } = useText();
	const written = useFieldValue();
	return {
		of(row: HostRow): string[] {
			if (row.text === null) return [row.path];
			const part = row.part === null ? '' : `${t(row.part.text)} ${row.part.name} `;
			const group = t(`host.group.${row.group}`);
			return [`${group} ${part}${t(row.text)}`, ...bothLanguages(row.text), `${part}${t(row.text)}`];
		},
		written: (row: HostRow) => written(row),
		heading: (item: string) => item === 'path' || bothLanguages('host.labelItem').includes(item),
	};
}

function bothLanguages(key: string): readonly string[] {
	const texts: TextTable = TEXTS;
	return texts[key] ?? [];
}
