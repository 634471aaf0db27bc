import { Button, Steps } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import type { ReportSummary } from '../../../contract/methods/report-methods.ts';
import type { Verification } from '../../../contract/verification.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { useCall } from '../../engine/use-call.ts';
import { BackLink } from '../../frame/back-link.tsx';
import { Screen } from '../../frame/screen.tsx';
import { Empty, Partial, Shown } from '../../states/states.tsx';
import { markOfVerdict, StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { VerificationView } from '../verify/verification-view.tsx';
import { CorrectionBars, CorrectReport } from './correct-report.tsx';
import { DocumentButtons } from './document-buttons.tsx';
import { REPORT_STEPS } from './draft-screen.tsx';
import { ReportPreview } from './report-preview.tsx';
import { ReviewForm } from './review-form.tsx';
import './reports.css';

/** A signed report: verified again when it is opened, previewed, reviewed, exported. */
export function ReportScreen() {
	const { t } = useText();
	const { id = '' } = useParams();
	const reports = useCall('report.list', {});
	return (
		<Shown query={reports}>
			{(list) => {
				const report = list.find((entry) => entry.reportId === id);
				return report === undefined ? <Empty title={t('notFound.title')} /> : <Report report={report} />;
			}}
		</Shown>
	);
}

function Report({ report }: { report: ReportSummary }) {
	const { t, format } = useText();
	const { shell } = useEngine();
	const [params] = useSearchParams();
	const verification = useCall('bundle.verify', { file: report.file }, { enabled: report.present });
	return (
		<Screen
			title={
				<span translate="no">
					{report.product === null ? t('report.title') : `${report.product.name} ${report.product.version}`}
				</span>
			}
			back={<BackLink to="/reports" text={t('reports.title')} />}
			note={
				<span className="row">
					<StatusMark mark={markOfVerdict(report.verdict)} />
					<span>{format.date(report.createdOn)}</span>
					<code translate="no">{report.reportId.slice(0, 23)}</code>
				</span>
			}
			actions={
				<>
					<CorrectReport report={report} />
					<Button
						type="primary"
						disabled={!report.present}
						onClick={() => shell.saveReport(report.reportId, report.file)}
					>
						{t('report.download')}
					</Button>
				</>
			}
		>
			<CorrectionBars report={report} />
			{!report.present && (
				<Partial>
					{t('report.gone', { file: report.file })} <Link to="/verify">{t('reports.verify')}</Link>
				</Partial>
			)}
			{report.present && (
				<Shown query={verification}>
					{(found) => (
						<>
							{(found.verdict === 'invalid' || found.verdict === 'refused') && (
								<div className="bar bad" role="alert">
									{t(`verify.verdict.${found.verdict}`)}
								</div>
							)}
							<Steps
								size="small"
								responsive={false}
								current={stageOf(found)}
								items={REPORT_STEPS.map((step) => ({ title: t(`report.step.${step}`) }))}
							/>
							<div className="report-columns report-columns-signed">
								<div className="stack">
									<section className="panel">
										<DocumentButtons source={{ file: report.file }} name={report.reportId.slice(7, 19)} />
									</section>
									<VerificationView verification={found} name={report.file} />
									<ReviewForm
										file={report.file}
										verification={found}
										asked={params.has('review')}
										onMade={() => void verification.refetch()}
									/>
								</div>
								<ReportPreview source={{ file: report.file }} />
							</div>
						</>
					)}
				</Shown>
			)}
		</Screen>
	);
}

function stageOf({ reviews }: Verification): number {
	const agreed = reviews.filter((review) => review.decision.startsWith('approved'));
	if (agreed.some((review) => review.role === 'approver')) return 3;
	return agreed.some((review) => review.role === 'reviewer') ? 2 : 1;
}
