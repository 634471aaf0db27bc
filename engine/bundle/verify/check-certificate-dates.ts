import type { CheckBook } from './check-book.ts';
import type { JudgedBundle, JudgedSigner } from './judge-signers.ts';

/** Warns where something was signed, by the signer's own date, outside the validity of the certificate that it carries. */
export function checkCertificateDates(
	{ report, reviews, receipts }: JudgedBundle,
	reportOn: string,
	book: CheckBook,
): void {
	const signed: [readonly JudgedSigner[], string][] = [
		[report, reportOn],
		...reviews.map(({ signers, review }): [readonly JudgedSigner[], string] => [
			signers,
			review.statement.predicate.timeCreated,
		]),
		...receipts.map(({ signers, receipt }): [readonly JudgedSigner[], string] => [
			signers,
			receipt.statement.predicate.receivedOn,
		]),
	];
	for (const [signers, on] of signed) {
		for (const { shown } of signers) {
			if (shown.certificate !== null) noteDate(shown.certificate, on, book);
		}
	}
}

function noteDate(
	{ subject, notBefore, notAfter }: NonNullable<JudgedSigner['shown']['certificate']>,
	on: string,
	book: CheckBook,
): void {
	const [from, at, to] = [notBefore, on, notAfter].map((date) => Date.parse(date)) as [number, number, number];
	if (from <= at && at <= to) return;
	book.warned(
		'certificates.chain',
		{
			zh: `${subject} 的证书有效期为 ${notBefore} 至 ${notAfter}，签署日期 ${on} 不在其内`,
			en: `the certificate of ${subject} is valid from ${notBefore} to ${notAfter}; it was used on ${on}`,
		},
		{ zh: '请向签名者索取签署时有效的证书。', en: 'Ask the signer for the certificate that was valid then.' },
	);
}
