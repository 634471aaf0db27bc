import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Decisive } from '../../../contract/evidence.ts';
import type { CaseResult } from '../../../contract/run.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { decodeLine, detectEncoding } from '../../log/encodings.ts';
import { bytesOf } from '../../log/evidence-windows.ts';
import { lineAt, lineRanges } from '../../log/line-index.ts';
import { LogLine } from '../../log/log-line.tsx';
import { Shown } from '../../states/states.tsx';
import { useText } from '../../texts/use-text.ts';
import { logAddress } from '../log/log-screen.tsx';

const BEFORE = 5;
const AFTER = 10;
const TAIL = 15;
const AROUND = 16 * 1024;

/** The bytes that decided, with a few lines around them. The engine said which; the page never guesses. */
export function EvidenceExcerpt(props: { run: string; result: CaseResult; decisive: Decisive; tail?: boolean }) {
	const { run, result, decisive, tail = false } = props;
	const { t } = useText();
	const { client } = useEngine();
	const from = Math.max(0, decisive.byteFrom - AROUND);
	const length = Math.min(decisive.byteTo - from + AROUND, 4 * 1024 * 1024);
	const query = useQuery({
		queryKey: ['excerpt', decisive.evidence, from, length],
		queryFn: async () => {
			const piece = await client.call('evidence.read', { sha256: decisive.evidence, from, length });
			return { bytes: bytesOf(piece.base64), size: piece.size };
		},
	});
	// The newest attempt is the one that decided.
	const [found] = result.attempts
		.toReversed()
		.flatMap(({ number, steps }) => steps.flatMap((step) => step.evidence).map((evidence) => ({ number, evidence })))
		.filter(({ evidence }) => evidence.digest.sha256 === decisive.evidence);
	const evidence = found?.evidence;
	const address =
		found === undefined
			? null
			: logAddress(found.evidence, {
					...{ run, key: result.key, attempt: found.number },
					...{ from: decisive.byteFrom, to: decisive.byteTo },
				});
	return (
		<section className="panel stack" aria-label={t(tail ? 'case.tail' : 'case.excerpt')}>
			<div className="row spread">
				<h2>
					{t(tail ? 'case.tail' : 'case.excerpt')} <code translate="no">{evidence?.name}</code>
				</h2>
				{address !== null && <Link to={address}>{t('case.openLog')}</Link>}
			</div>
			<Shown query={query}>
				{({ bytes, size }) => (
					<div className="log excerpt" tabIndex={0} role="group" aria-label={t('case.excerpt')} translate="no">
						<ExcerptLines bytes={bytes} offset={from} size={size} decisive={decisive} before={tail ? TAIL : BEFORE} />
					</div>
				)}
			</Shown>
		</section>
	);
}

function ExcerptLines(props: { bytes: Uint8Array; offset: number; size: number; decisive: Decisive; before: number }) {
	const { bytes, offset, decisive } = props;
	const lines = lineRanges(bytes, offset, props.size);
	const first = lineAt(lines, decisive.byteFrom);
	const last = lineAt(lines, Math.max(decisive.byteFrom, decisive.byteTo - 1));
	const { encoding: detected } = detectEncoding(bytes, {
		start: offset === 0,
		end: offset + bytes.length === props.size,
	});
	const encoding = detected === 'hex' ? 'utf-8' : detected;
	return lines.slice(Math.max(0, first - props.before), last + AFTER + 1).map((range) => {
		const marked = range.to >= decisive.byteFrom && range.from < decisive.byteTo;
		return (
			<div key={range.from} className={marked ? 'log-row log-row-marked' : 'log-row'}>
				<span className="log-number" aria-hidden="true">
					{marked ? '▶' : ''}
				</span>
				<LogLine
					bytes={bytes.subarray(range.from - offset, range.to - offset)}
					collapse
					decode={(line) => decodeLine(line, encoding)}
				/>
			</div>
		);
	});
}

/** Where nothing says which bytes decided: the end of what the failing step wrote, errors before output. */
export function tailOf(result: CaseResult): Decisive | null {
	const step = result.attempts
		.at(-1)
		?.steps.findLast((entry) => entry.status !== 'passed' && entry.status !== 'skipped');
	const written = (step?.evidence ?? []).filter((piece) => piece.size > 0 && piece.mediaType.startsWith('text/'));
	const piece = written.find((entry) => entry.name.includes('stderr')) ?? written[0];
	return piece === undefined ? null : { evidence: piece.digest.sha256, byteFrom: piece.size, byteTo: piece.size };
}
