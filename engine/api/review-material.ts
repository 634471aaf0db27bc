import { ShipeiError } from '../../contract/errors.ts';
import type { Checked, Output } from '../../contract/methods.ts';
import type { ReportStatement, ReportTest } from '../../contract/report.ts';
import type { Store } from '../store/index.ts';
import { openBundleFile } from './report-file-calls.ts';

type Material = Output<'review.material'>;
type CasePart = Material['failed'][number];

/** Of larger pieces the first bytes are shown. */
const SHOWN_BYTES = 4 * 1024 * 1024;

export async function reviewMaterial(store: Store, file: string): Promise<Material> {
	const { bundle } = await openBundleFile(file);
	const { statement } = bundle.report;
	const { tests, order } = statement.predicate;
	const evidence = evidenceOf(statement);
	return {
		failed: tests.filter(didNotPass).map(casePart),
		waived: tests.filter(({ waiver }) => waiver !== undefined).map(casePart),
		otherwise: tests.filter(isOtherwise).map(casePart),
		deviations: (order.deviations ?? []).map(({ case: id, text, reason }) =>
			[id, text, reason].filter((part) => part !== undefined && part !== '').join(' · '),
		),
		evidence,
		mustOpen: mustOpen(store, evidence),
	};
}

/** The beginning of a piece, once all of it was found to be what the signed statement says. */
export async function reviewEvidence({ file, sha256 }: Checked<'review.evidence'>): Promise<Output<'review.evidence'>> {
	const { findBlobs } = await import('../bundle/index.ts');
	const blobs = await findBlobs(file);
	const kept: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of blobs.open(sha256)) {
		if (size < SHOWN_BYTES) kept.push(chunk.subarray(0, SHOWN_BYTES - size));
		size += chunk.length;
	}
	return { base64: Buffer.concat(kept).toString('base64'), size };
}

/** Who agrees has looked: refuses a review that opened less evidence than the laboratory wants. Error: review.open-more. */
export async function refuseUnopened(store: Store, review: Checked<'review.make'>): Promise<void> {
	if (wanted(store) === 0 || !review.decision.startsWith('approved')) return;
	const { evidence, mustOpen: needed } = await reviewMaterial(store, review.file);
	const there = new Set(evidence.map(({ sha256 }) => sha256));
	const opened = new Set(review.opened.filter((sha256) => there.has(sha256))).size;
	if (opened < needed) throw new ShipeiError('review.open-more', { opened, needed });
}

function didNotPass({ status, verdict }: ReportTest): boolean {
	return verdict === 'FAILED' || (status !== 'passed' && status !== 'skipped');
}

function isOtherwise({ status, skip, attempts }: ReportTest): boolean {
	const left = status === 'interrupted' || (status === 'skipped' && skip !== 'notApplicable');
	return left || attempts.length > 1;
}

function casePart({ id, title, level, status, verdict, skip, reason, attempts, waiver }: ReportTest): CasePart {
	return {
		...{ id, title, level, status, verdict, attempts: attempts.length },
		...(skip === undefined ? {} : { skip }),
		...(reason === undefined ? {} : { reason: reason.text }),
		...(waiver === undefined ? {} : { waiver: withoutId(waiver) }),
	};
}

function withoutId({ reason, by, on }: NonNullable<ReportTest['waiver']>): NonNullable<CasePart['waiver']> {
	return { reason, ...(by === undefined ? {} : { by }), on };
}

function evidenceOf({ predicate: { tests, evidence } }: ReportStatement): Material['evidence'] {
	const casesOf = (idx: number) =>
		tests
			.filter((test) => [...test.evidence, ...test.manual.flatMap((answer) => answer.evidence)].includes(idx))
			.map(({ id }) => id);
	return evidence.flatMap(({ idx, name, mediaType, size, digest, withheld }) => {
		const cases = withheld === undefined ? casesOf(idx) : [];
		return cases.length === 0 ? [] : [{ sha256: digest.sha256, name, mediaType, size, cases }];
	});
}

function mustOpen(store: Store, evidence: Material['evidence']): number {
	return Math.min(wanted(store), new Set(evidence.map(({ sha256 }) => sha256)).size);
}

function wanted(store: Store): number {
	const setting = store.settings()['review.mustOpen'];
	return typeof setting === 'number' && Number.isInteger(setting) && setting > 0 ? setting : 0;
}
