import { lookOf, outcomeOf } from '../../facts/outcome.ts';
import { type Block, cell, type Row, type Section } from '../block.ts';
import type { Context } from '../context.ts';

/** 8 偏离、增补与删减: what was done otherwise, and what was not done at all, each with its reason. */
export function deviationsSection(context: Context): Section {
	const { say } = context;
	return {
		id: 's8',
		title: say({ zh: '8 偏离、增补与删减', en: '8 Deviations, additions and exclusions' }),
		blocks: [
			{ kind: 'heading', level: 2, id: 's8-1', text: say({ zh: '8.1 偏离', en: '8.1 Deviations' }) },
			...deviationTable(context),
			{
				kind: 'heading',
				level: 2,
				id: 's8-2',
				text: say({ zh: '8.2 未执行与不涉及的用例', en: '8.2 Cases not run or not applicable' }),
			},
			...leftOutTable(context),
			...removedFields(context),
		],
	};
}

function deviationTable({ order, say, told }: Context): Block[] {
	const deviations = order.deviations ?? [];
	if (deviations.length === 0) {
		return [{ kind: 'paragraph', text: say({ zh: '未登记偏离。', en: 'No deviations were recorded.' }) }];
	}
	return [
		{
			kind: 'table',
			id: 't-deviations',
			columns: [
				{ title: say({ zh: '对象', en: 'Case' }), weight: 22 },
				{ title: say({ zh: '内容', en: 'Deviation' }), weight: 34 },
				{ title: say({ zh: '原因', en: 'Reason' }), weight: 28 },
				{ title: say({ zh: '批准人', en: 'Approved by' }), weight: 16, align: 'center' },
			],
			rows: deviations.map((deviation) => ({
				cells: [
					cell(told(deviation.case) || say({ zh: '全部', en: 'All' })),
					cell(told(deviation.text)),
					cell(told(deviation.reason)),
					cell(told(deviation.approvedBy) || '—'),
				],
			})),
		},
	];
}

function leftOutTable(context: Context): Block[] {
	const { predicate, say, told } = context;
	const rows = predicate.tests.flatMap((test): Row[] => {
		const outcome = outcomeOf(test);
		if (outcome !== 'notRun' && outcome !== 'notApplicable') {
			return [];
		}
		const look = lookOf(test);
		return [
			{
				tone: look.tone,
				cells: [
					{ lines: [{ text: told(test.title) }, { text: told(test.id), minor: true, code: true }] },
					cell(say(look.word), { tone: look.tone, strong: true }),
					cell(told(test.reason?.text) || '—'),
				],
			},
		];
	});
	if (rows.length === 0) {
		return [{ kind: 'paragraph', text: say({ zh: '计划内的用例全部执行。', en: 'Every case of the plan was run.' }) }];
	}
	return [
		{
			kind: 'table',
			id: 't-left-out',
			columns: [
				{ title: say({ zh: '用例', en: 'Case' }), weight: 40 },
				{ title: say({ zh: '状态', en: 'State' }), weight: 22, align: 'center' },
				{ title: say({ zh: '原因', en: 'Reason' }), weight: 38 },
			],
			rows,
		},
	];
}

function removedFields({ predicate, say }: Context): Block[] {
	const { fieldsRemoved } = predicate.privacy;
	if (fieldsRemoved.length === 0) {
		return [];
	}
	return [
		{
			kind: 'heading',
			level: 2,
			id: 's8-3',
			text: say({ zh: '8.3 按公开范围去除的内容', en: '8.3 Removed for privacy' }),
		},
		{ kind: 'list', ordered: false, items: fieldsRemoved },
	];
}
