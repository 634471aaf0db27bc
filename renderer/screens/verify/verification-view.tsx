import { App, Button } from 'antd';
import { CHECKS, type Check, type Outcome, type Verification } from '../../../contract/verification.ts';
import { StatusGlyph } from '../../status/status-glyph.tsx';
import { type Mark, markOfVerdict, StatusMark } from '../../status/status-mark.tsx';
import { useText } from '../../texts/use-text.ts';
import { systemName } from '../host/system-name.ts';
import './verify.css';

const MARK: Readonly<Record<Outcome, Mark>> = {
	passed: 'passed',
	failed: 'failed',
	warned: 'warned',
	skipped: 'skipped',
};
const TONE = { trusted: 'passed', intact: 'warned', refused: 'failed', invalid: 'failed' } as const;

/** One verdict, then every check in its fixed order, each with a plain reason. */
export function VerificationView({ verification, name }: { verification: Verification; name: string }) {
	const { t, say } = useText();
	const { message } = App.useApp();
	const copy = () => {
		const lines = verification.checks.map((check) => `${check.outcome}\t${check.id}\t${say(check.detail)}`);
		const text = [name, verification.reportId ?? '', verification.verdict, ...lines].join('\n');
		void navigator.clipboard.writeText(text).then(() => message.success(t('action.copied')));
	};
	return (
		<section className="panel stack" aria-label={t('verify.title')} data-verdict={verification.verdict}>
			<p className={`verify-verdict status-${TONE[verification.verdict]}`} role="status">
				<StatusGlyph mark={TONE[verification.verdict]} />
				<b>{t(`verify.verdict.${verification.verdict}`)}</b>
			</p>
			<div className="row">
				<code className="break" translate="no">
					{verification.reportId ?? name}
				</code>
				<Button size="small" onClick={copy}>
					{t('verify.copy')}
				</Button>
			</div>
			<Summary verification={verification} />
			<h2>{t('verify.checks')}</h2>
			<ul className="checks">
				{verification.checks.map((check) => (
					<CheckRow key={check.id} check={check} />
				))}
			</ul>
		</section>
	);
}

function CheckRow({ check }: { check: Check }) {
	const { t, say } = useText();
	return (
		<li>
			<span className={`status status-${MARK[check.outcome]}`}>
				<StatusGlyph mark={MARK[check.outcome]} />
				{t(`verify.check.${check.outcome}`)}
			</span>
			<div translate="no">
				<b>{say(CHECKS[check.id])}</b> <code className="muted">{check.id}</code>
				<div className="muted break">{say(check.detail)}</div>
				{check.todo !== undefined && <div className="break">→ {say(check.todo)}</div>}
			</div>
		</li>
	);
}

function Summary({ verification }: { verification: Verification }) {
	const { t, format } = useText();
	const { summary } = verification;
	if (summary === null) return null;
	const { platform, counts } = summary;
	return (
		<dl className="pairs">
			<dt>{t('word.result')}</dt>
			<dd>
				<StatusMark mark={markOfVerdict(summary.result)} />
			</dd>
			{summary.product !== null && (
				<>
					<dt>{t('word.product')}</dt>
					<dd translate="no">{`${summary.product.name} ${summary.product.version} · ${summary.product.vendor}`}</dd>
				</>
			)}
			<dt>{t('verify.platform')}</dt>
			<dd translate="no">
				{[platform.cpuModel, platform.arch, systemName(platform.osName, platform.osVersion)]
					.filter((part) => part !== null)
					.join(' · ')}
			</dd>
			<dt>{t('verify.operator')}</dt>
			<dd translate="no">{summary.operator}</dd>
			<dt>{t('verify.finished')}</dt>
			<dd>{format.date(summary.finishedOn)}</dd>
			<dt>{t('verify.contents')}</dt>
			<dd>{t('verify.tests', { tests: counts.tests, evidence: counts.evidence, withheld: counts.withheld })}</dd>
			<dt>{t('verify.signers')}</dt>
			<dd>
				{verification.signers.map((signer) => (
					<div key={signer.keyid} className="break">
						<span translate="no">
							{signer.suite === 'sm2-sm3' ? 'SM2' : 'Ed25519'} <code>{signer.keyid.slice(0, 23)}</code>
							{signer.owner === null ? '' : ` ${signer.owner}`}
						</span>
						{t('word.aside', { text: t(`verify.signer.${signer.state}`) })}
					</div>
				))}
			</dd>
		</dl>
	);
}
