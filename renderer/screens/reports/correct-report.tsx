import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ReportSummary } from '../../../contract/methods/report-methods.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { useText } from '../../texts/use-text.ts';

/** 更正: nothing signed is edited; the next report of the same run names this one and why it takes its place. */
export function CorrectReport({ report }: { report: ReportSummary }) {
	const { t } = useText();
	const id = useId();
	const navigate = useNavigate();
	const mayChange = useMayChange();
	const [open, setOpen] = useState(false);
	const [reason, setReason] = useState('');
	const supersede = useAction('report.supersede', { refresh: ['report.draft'] });
	const submit = () =>
		supersede.mutate(
			{ run: report.run, report: report.reportId, reason: reason.trim() },
			{ onSuccess: () => void navigate(`/reports/draft/${report.run}`) },
		);
	return (
		<>
			<Button disabled={!mayChange} onClick={() => setOpen(true)}>
				{t('report.correct')}
			</Button>
			<Modal
				open={open}
				title={t('report.correctTitle')}
				okText={t('report.correctGo')}
				cancelText={t('action.cancel')}
				okButtonProps={{ disabled: reason.trim() === '' }}
				confirmLoading={supersede.isPending}
				onCancel={() => setOpen(false)}
				onOk={submit}
			>
				<div className="stack">
					<p>{t('report.correctText')}</p>
					<div className="field">
						<label htmlFor={id}>{t('report.correctReason')}</label>
						<Input.TextArea id={id} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
					</div>
				</div>
			</Modal>
		</>
	);
}

/** Says which report takes this one's place, or whose place this one takes. */
export function CorrectionBars({ report }: { report: ReportSummary }) {
	const { t } = useText();
	return (
		<>
			{report.supersededBy !== null && (
				<div className="bar bad" role="note">
					{t('report.supersededBy')} <ReportLink id={report.supersededBy} />
				</div>
			)}
			{report.supersedes !== null && (
				<div className="bar note" role="note">
					{t('report.supersedes')} <ReportLink id={report.supersedes} />
				</div>
			)}
		</>
	);
}

function ReportLink({ id }: { id: string }) {
	return (
		<Link to={`/reports/${encodeURIComponent(id)}`} translate="no">
			{id.slice(7, 19)}
		</Link>
	);
}
