import type { z } from 'zod';
import { receiptStatementSchema } from '../../../contract/receipt.ts';
import { reviewStatementSchema } from '../../../contract/review.ts';
import type { CheckId } from '../../../contract/verification.ts';
import type { Primitives } from '../../crypto/portable.ts';
import { DERIVED_ENTRY, REPORT_ENTRY } from '../container/layout.ts';
import type { Metadata } from '../container/metadata.ts';
import type { KeySource } from '../envelope/check-signatures.ts';
import { Refusal } from '../refusal.ts';
import type { CheckBook } from './check-book.ts';
import { checkDerived } from './check-derived.ts';
import { openStatement } from './open-statement.ts';
import type { Opened, OpenedBundle } from './opened.ts';

/** Opens every review and receipt. Each must be about this very report; one that is broken is a failed check. */
export function openAttachments(
	report: OpenedBundle['report'],
	{ entries }: Metadata,
	context: { readonly primitives: Primitives; readonly keys: KeySource },
	book: CheckBook,
): Pick<OpenedBundle, 'reviews' | 'receipts'> {
	const derived = entries.get(DERIVED_ENTRY);
	if (derived !== undefined) attempt(book, () => checkDerived(report, derived, context));
	const names = [...entries.keys()];
	const reviewNames = names.filter(
		(name) => name.startsWith('attestations/') && name !== REPORT_ENTRY && name !== DERIVED_ENTRY,
	);
	const receiptNames = names.filter((name) => name.startsWith('receipts/'));
	const open = <S extends Attached>(entry: string, schema: z.core.$ZodType<S>, check: CheckId) =>
		attempt(book, () => {
			const stages = { envelope: check, statement: check, signatures: check };
			const bytes = entries.get(entry) ?? new Uint8Array();
			return aboutReport(report, openStatement(entry, bytes, schema, { ...context, stages }), check);
		});
	const reviews = reviewNames.flatMap((name) => open(name, reviewStatementSchema, 'reviews.valid'));
	const receipts = receiptNames.flatMap((name) => open(name, receiptStatementSchema, 'receipts.valid'));
	note(book, 'reviews.valid', reviews.length, '审核意见', 'reviews');
	note(book, 'receipts.valid', receipts.length, '登记回执', 'receipts');
	return { reviews, receipts };
}

interface Attached {
	readonly subject: readonly { readonly digest: { readonly sha256: string; readonly sm3: string } }[];
}

function aboutReport<S extends Attached>(report: OpenedBundle['report'], opened: Opened<S>, check: CheckId): Opened<S> {
	const about = opened.statement.subject[0]?.digest;
	if (about?.sha256 === report.digest.sha256 && about.sm3 === report.digest.sm3) return opened;
	throw new Refusal(
		check,
		{ zh: `${opened.entry} 说的是另一份报告`, en: `${opened.entry} is about another report` },
		{ zh: '它是从别的文件移来的，请忽略并向出具方查询。', en: 'It was moved here from another file; ask the issuer.' },
	);
}

function attempt<Value>(book: CheckBook, open: () => Value): Value[] {
	try {
		return [open()];
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		book.refused(error);
		return [];
	}
}

function note(book: CheckBook, id: CheckId, count: number, zh: string, en: string): void {
	if (count === 0) book.skipped(id, { zh: `没有${zh}`, en: `there are no ${en}` });
	else book.passed(id, { zh: `${count} 份${zh}，签名均正确`, en: `${count} ${en}, every signature is right` });
}
