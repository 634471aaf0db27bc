import { Button, Steps, Tabs } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Output } from '../../../contract/methods.ts';
import type { Order } from '../../../contract/report.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction, useCall } from '../../engine/use-call.ts';
import { BackLink } from '../../frame/back-link.tsx';
import { Screen } from '../../frame/screen.tsx';
import { useNarrow } from '../../list/use-narrow.ts';
import { Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { readLab } from '../settings/lab-setting.ts';
import { OrderForm } from './order-form.tsx';
import { ReportPreview } from './report-preview.tsx';
import { SignPanel } from './sign-panel.tsx';
import './reports.css';

export const REPORT_STEPS = ['draft', 'signed', 'reviewed', 'approved'] as const;

/** Before signing: the order, the preview, and what is signed with which key. */
export function DraftScreen() {
	const { run = '' } = useParams();
	const draft = useCall('report.draft', { run });
	const settings = useCall('settings.show', {});
	return (
		<Shown query={draft}>
			{(found) => <Shown query={settings}>{(values) => <Draft run={run} draft={found} lab={values['lab']} />}</Shown>}
		</Shown>
	);
}

function Draft({ run, draft, lab }: { run: string; draft: Output<'report.draft'>; lab: unknown }) {
	const { t } = useText();
	const narrow = useNarrow();
	const mayChange = useMayChange();
	const navigate = useNavigate();
	const correction = draft.supersedes;
	const takeBack = useAction('report.supersede', { refresh: ['report.draft', 'report.preview'] });
	const [missing, setMissing] = useState(draft.missing);
	const [order] = useState(() => withLab(draft.order, lab));
	const parts = {
		order: (
			<OrderForm run={run} order={order} prefilled={order !== draft.order} missing={missing} onMissing={setMissing} />
		),
		preview: <ReportPreview source={{ run }} />,
		sign: <SignPanel run={run} onSigned={(id) => void navigate(`/reports/${encodeURIComponent(id)}`)} />,
	};
	return (
		<Screen title={t('report.draftTitle')} back={<BackLink to="/reports" text={t('reports.title')} />}>
			<Steps
				size="small"
				responsive={false}
				current={0}
				items={REPORT_STEPS.map((step) => ({ title: t(`report.step.${step}`) }))}
			/>
			{correction !== null && (
				<div className="bar note" role="note">
					<span>
						{t('report.correcting', { name: correction.name })} <b translate="no">{correction.reason}</b>
					</span>
					<Button
						size="small"
						disabled={!mayChange}
						loading={takeBack.isPending}
						onClick={() => takeBack.mutate({ run })}
					>
						{t('report.correctBack')}
					</Button>
				</div>
			)}
			{narrow ? (
				<Tabs
					items={[
						{ key: 'order', label: t('report.order'), children: parts.order },
						{ key: 'preview', label: t('report.preview'), children: parts.preview },
						{ key: 'sign', label: t('report.sign'), children: parts.sign },
					]}
				/>
			) : (
				<div className="report-columns">
					{parts.order}
					{parts.sign}
					{parts.preview}
				</div>
			)}
		</Screen>
	);
}

/** A new order begins with the laboratory of the settings. */
function withLab(order: Order, setting: unknown): Order {
	const { name, address, phone, accreditations } = readLab(setting);
	if (order.lab !== undefined || name === '') return order;
	const numbers = accreditations.filter((line) => line.trim() !== '');
	return {
		...order,
		lab: {
			name,
			...(address === '' ? {} : { address }),
			...(phone === '' ? {} : { phone }),
			...(numbers.length === 0 ? {} : { accreditations: numbers }),
		},
	};
}
