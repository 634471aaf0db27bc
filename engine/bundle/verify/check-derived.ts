import { z } from 'zod';
import { descriptorSchema, STATEMENT_TYPE, subjectSchema } from '../../../contract/report.ts';
import { verdictSchema } from '../../../contract/run.ts';
import type { Primitives } from '../../crypto/portable.ts';
import { DERIVED_ENTRY } from '../container/layout.ts';
import type { KeySource } from '../envelope/check-signatures.ts';
import { Refusal } from '../refusal.ts';
import { openStatement } from './open-statement.ts';
import type { OpenedBundle } from './opened.ts';

const derivedSchema = z.strictObject({
	_type: z.literal(STATEMENT_TYPE),
	predicateType: z.literal('https://in-toto.io/attestation/test-result/v0.1'),
	subject: z.array(subjectSchema).min(1),
	predicate: z.strictObject({
		result: verdictSchema,
		configuration: z.array(descriptorSchema),
		url: z.string().optional(),
		passedTests: z.array(z.string()).optional(),
		warnedTests: z.array(z.string()).optional(),
		failedTests: z.array(z.string()).optional(),
	}),
});

const CHECK = 'results.consistent';

/** The small in-toto test-result that other tools read must say what the report says, in its words. */
export function checkDerived(
	report: OpenedBundle['report'],
	bytes: Uint8Array,
	context: { readonly primitives: Primitives; readonly keys: KeySource },
): void {
	const stages = { envelope: CHECK, statement: CHECK, signatures: CHECK } as const;
	const { statement } = openStatement(DERIVED_ENTRY, bytes, derivedSchema, { ...context, stages });
	const { subject, predicate } = report.statement;
	const { result, configuration, passedTests, warnedTests, failedTests } = predicate;
	const expected = { subject, predicate: { result, configuration, passedTests, warnedTests, failedTests } };
	const found = {
		subject: statement.subject,
		predicate: {
			result: statement.predicate.result,
			configuration: statement.predicate.configuration,
			passedTests: statement.predicate.passedTests ?? [],
			warnedTests: statement.predicate.warnedTests ?? [],
			failedTests: statement.predicate.failedTests ?? [],
		},
	};
	if (JSON.stringify(found) === JSON.stringify(expected)) return;
	throw new Refusal(CHECK, {
		zh: `${DERIVED_ENTRY} 与报告不一致`,
		en: `${DERIVED_ENTRY} does not say what the report says`,
	});
}
