import { App, Button } from 'antd';
import type { CaseResult } from '../../../contract/run.ts';
import { useText } from '../../texts/use-text.ts';

/** One sentence made from facts: what was expected, what was found. */
export function ReasonPart({ result }: { result: CaseResult }) {
	const { t, say } = useText();
	const { message } = App.useApp();
	const { reason } = result;
	return (
		<section className="panel reason" aria-label={t('case.reason')}>
			<div className="row spread">
				<h2>{t('case.reason')}</h2>
				{reason !== undefined && (
					<Button
						size="small"
						onClick={() =>
							void navigator.clipboard.writeText(say(reason.text)).then(() => message.success(t('action.copied')))
						}
					>
						{t('case.copyReason')}
					</Button>
				)}
			</div>
			{reason === undefined ? (
				<p className="muted">{t('case.noReason')}</p>
			) : (
				<>
					<p className="reason-text break" translate="no">
						{say(reason.text)}
					</p>
					<dl className="pairs">
						{reason.expected !== undefined && (
							<>
								<dt>{t('case.expected')}</dt>
								<dd translate="no">
									<code>{reason.expected}</code>
								</dd>
							</>
						)}
						{reason.actual !== undefined && (
							<>
								<dt>{t('case.actual')}</dt>
								<dd translate="no">
									<code>{reason.actual}</code>
								</dd>
							</>
						)}
						<dt>{t('error.code')}</dt>
						<dd translate="no">
							<code>{reason.code}</code>
						</dd>
					</dl>
				</>
			)}
			{result.waiver !== undefined && (
				<div className="bar" role="note">
					<strong>{t('case.waiver')}</strong>
					<WaiverLine result={result} />
				</div>
			)}
		</section>
	);
}

function WaiverLine({ result }: { result: CaseResult }) {
	const { t, format } = useText();
	const { waiver } = result;
	if (waiver === undefined) return null;
	return <span>{t('case.waivedBy', { by: waiver.by, on: format.date(waiver.on), reason: waiver.reason })}</span>;
}
