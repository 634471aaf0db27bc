import { z } from 'zod';
import { expectationSchema, plannedStepSchema } from '../../../../contract/plan.ts';
import type { ReportTest } from '../../../../contract/report.ts';
import { type Text, textSchema } from '../../../../contract/text.ts';
import { expectedText } from '../../statement/expected-text.ts';
import { isMaskedForm } from '../../statement/sensitive-values.ts';
import { about } from './about.ts';
import type { CarriedCase } from './carried-plan.ts';

const askingSchema = z.object({
	summary: textSchema.optional(),
	steps: z.array(plannedStepSchema),
	expect: expectationSchema.optional(),
});
type Asking = z.infer<typeof askingSchema>;

/** What a case asks for must be in the report as it is in the plan, sensitive values aside: of processes and of people. */
export function wordingDifferences(carried: CarriedCase, { expected, manual }: ReportTest): Text[] {
	const read = askingSchema.safeParse(carried);
	// A later version may plan what this one does not know; its words cannot be worked out here.
	if (!read.success) return [];
	const asked = expected === undefined || isSameText(expected, expectedText(read.data));
	const answered = manual.every(
		({ step, expected: at, expectation }) =>
			expectation === undefined || isSameText(expectation, expectationOf(read.data, step, at) ?? {}),
	);
	if (asked && answered) return [];
	return [about(carried.key, '的预期结果与计划不符', 'has another expected result in the plan')];
}

function expectationOf({ steps }: Asking, step: string, at: number): Text | undefined {
	const found = steps.find(({ id }) => id === step);
	return found?.kind === 'manual' ? found.expected[at] : undefined;
}

function isSameText(shown: Text, planned: Text): boolean {
	const same = (one: string | undefined, other: string | undefined) =>
		one === undefined || other === undefined ? one === other : isMaskedForm(one, other);
	return same(shown.zh, planned.zh) && same(shown.en, planned.en);
}
