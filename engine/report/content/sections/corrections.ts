import type { ReportHostCorrection } from '../../../../contract/report.ts';
import { dateTime } from '../../text/dates.ts';
import { bytes } from '../../text/numbers.ts';
import { type Block, cell, type Row } from '../block.ts';
import type { Context } from '../context.ts';

/** 4.6 人工更正: what was detected, and beside it what a named person says it really is. */
export function correctionTable(context: Context): Block[] {
	const { say } = context;
	const corrections = context.predicate.host.corrections ?? [];
	if (corrections.length === 0) return [];
	return [
		{ kind: 'heading', level: 2, id: 's4-6', text: say({ zh: '4.6 人工更正', en: '4.6 Corrections by hand' }) },
		{
			kind: 'paragraph',
			note: true,
			text: say({
				zh: '以下各项由人员更正，未经工具检测证实；上文与清单中仍为检测值。',
				en: 'These values are a person’s word and were not confirmed by detection; the detected values stand above.',
			}),
		},
		{
			kind: 'table',
			id: 't-corrections',
			columns: [
				{ title: say({ zh: '字段', en: 'Field' }), weight: 18 },
				{ title: say({ zh: '检测值', en: 'Detected' }), weight: 20 },
				{ title: say({ zh: '更正为', en: 'Corrected to' }), weight: 20 },
				{ title: say({ zh: '原因', en: 'Reason' }), weight: 24 },
				{ title: say({ zh: '更正人、时间', en: 'By whom, when' }), weight: 18 },
			],
			rows: corrections.map((correction) => correctionRow(correction, context)),
		},
	];
}

function correctionRow(correction: ReportHostCorrection, { say, told, language }: Context): Row {
	const { field, detected, value, by, reason, on } = correction;
	const masked = say({ zh: '（已遮盖）', en: '(masked)' });
	const unknown = say({ zh: '未知', en: 'unknown' });
	const found = detected === undefined ? masked : detected === null ? unknown : detectedText(field, detected);
	return {
		cells: [
			cell(told(field), { code: true }),
			cell(told(found)),
			cell(value === undefined ? masked : told(value)),
			cell(told(reason)),
			{ lines: [{ text: told(by) || masked }, { text: dateTime(on, language), minor: true }] },
		],
	};
}

function detectedText(field: string, detected: string): string {
	const count = Number(detected);
	return field === 'memory.total' && Number.isSafeInteger(count) ? bytes(count) : detected;
}
