import { type Block, cell, type Section } from '../block.ts';
import type { Context } from '../context.ts';
import { digestCell } from './item.ts';

/** 3 测试依据 */
export function basisSection(context: Context): Section {
	const { say } = context;
	return {
		id: 's3',
		title: say({ zh: '3 测试依据', en: '3 Basis' }),
		blocks: [...standards(context), ...configuration(context), ...decisionRule(context)],
	};
}

function standards({ order, say, told }: Context): Block[] {
	const basis = order.basis ?? [];
	if (basis.length === 0) {
		return [
			{
				kind: 'paragraph',
				text: say({
					zh: '未列出标准；依据为下列测试套件。',
					en: 'No standard was named; the suites below are the basis.',
				}),
			},
		];
	}
	return [
		{
			kind: 'table',
			id: 't-basis',
			columns: [
				{ title: say({ zh: '序号', en: 'No.' }), weight: 8, align: 'center' },
				{ title: say({ zh: '标准或方法编号', en: 'Standard or method' }), weight: 28 },
				{ title: say({ zh: '名称', en: 'Title' }), weight: 46 },
				{ title: say({ zh: '条款', en: 'Clauses' }), weight: 18 },
			],
			rows: basis.map(({ id, title, clauses }, index) => ({
				cells: [cell(String(index + 1)), cell(told(id)), cell(told(title)), cell(told(clauses) || '—')],
			})),
		},
	];
}

/** Suites, plan, parameters, thresholds: pinned by digest before the run began. */
function configuration({ predicate, say, told }: Context): Block[] {
	return [
		{
			kind: 'heading',
			level: 2,
			id: 's3-suites',
			text: say({ zh: '3.1 测试套件与锁定配置', en: '3.1 Suites and locked configuration' }),
		},
		{
			kind: 'table',
			id: 't-configuration',
			columns: [
				{ title: say({ zh: '名称', en: 'Name' }), weight: 22 },
				{ title: say({ zh: '说明', en: 'Notes' }), weight: 16 },
				{ title: say({ zh: '摘要', en: 'Digest' }), weight: 68 },
			],
			rows: predicate.configuration.map(({ name, annotations, digest }) => ({
				cells: [
					cell(told(name)),
					cell(
						told(
							Object.entries(annotations ?? {})
								.map(([key, value]) => `${key}: ${value}`)
								.join('\n'),
						) || '—',
					),
					digestCell(digest),
				],
			})),
		},
	];
}

function decisionRule({ order, say }: Context): Block[] {
	const usual = say({
		zh: '必测项全部通过且无未完成的必测、应测项，判为“通过”；必测项有不通过，判为“不通过”；其余判为“带条件通过”。性能指标按 shipei-bench/1：必测门限用 95 % 置信区间较差一端判定，应测门限用中位数判定。',
		en: 'PASSED when every test that was judged passed and no must or should is left open; FAILED when a must failed; passed with conditions otherwise. Performance by shipei-bench/1: a must bar is judged by the worse end of the 95 % confidence interval, a should bar by the median.',
	});
	return [
		{ kind: 'heading', level: 2, id: 's3-rule', text: say({ zh: '3.2 判定规则', en: '3.2 Decision rule' }) },
		...(order.decisionRule === undefined ? [] : [{ kind: 'paragraph' as const, text: order.decisionRule }]),
		{ kind: 'paragraph', text: usual, note: order.decisionRule !== undefined },
	];
}
