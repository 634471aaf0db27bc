import { z } from 'zod';
import { evidenceNumber } from '../../facts/evidence-number.ts';
import { cell, type Row, type Section } from '../block.ts';
import type { Context } from '../context.ts';

/** Of the locked plan, what is printed: which case ran which commands as whom. */
const planSchema = z.object({
	schema: z.literal('shipei.plan/1'),
	digest: z.string(),
	cases: z.array(
		z.object({
			key: z.string(),
			steps: z.array(
				z.object({
					kind: z.string(),
					user: z.string().optional(),
					argv: z.array(z.string()).optional(),
					file: z.string().optional(),
					args: z.array(z.string()).optional(),
					action: z.string().optional(),
				}),
			),
		}),
	),
});

/** Cases whose commands are printed; the plan itself is evidence. */
const MOST = 400;

/** 附录 B 试运行清单与执行命令 */
export function planAppendix(context: Context): Section {
	const { say } = context;
	const title = say({ zh: '附录 B 计划与执行命令', en: 'Appendix B Plan and commands' });
	const found = findPlan(context);
	if (found === null) {
		return {
			id: 'sB',
			title,
			blocks: [
				{
					kind: 'paragraph',
					text: say({
						zh: '计划未随本报告提供，其摘要见第 3 章。',
						en: 'The plan is not part of this report; its digest is in section 3.',
					}),
				},
			],
		};
	}
	const { plan, index } = found;
	const left = plan.cases.length - MOST;
	return {
		id: 'sB',
		title,
		blocks: [
			{
				kind: 'paragraph',
				text: say({
					zh: `运行前锁定的计划为证据 ${evidenceNumber(index)}，计划摘要 ${plan.digest}。`,
					en: `The plan that was locked before the run is evidence ${evidenceNumber(index)}, plan digest ${plan.digest}.`,
				}),
			},
			{
				kind: 'table',
				id: 't-plan',
				columns: [
					{ title: say({ zh: '用例', en: 'Case' }), weight: 28 },
					{ title: say({ zh: '用户', en: 'User' }), weight: 8, align: 'center' },
					{ title: say({ zh: '命令', en: 'Commands' }), weight: 64 },
				],
				rows: plan.cases.slice(0, MOST).map((planned) => planRow(context, planned)),
			},
			...(left > 0
				? [
						{
							kind: 'paragraph' as const,
							note: true,
							text: say({ zh: `另有 ${left} 个用例，见计划本身。`, en: `${left} more cases are in the plan.` }),
						},
					]
				: []),
		],
	};
}

type Plan = z.infer<typeof planSchema>;

function planRow({ told }: Context, { key, steps }: Plan['cases'][number]): Row {
	const commands = steps.map(({ kind, argv, file, args, action }) =>
		[kind === 'run' ? '' : `[${kind}]`, action, file, ...(argv ?? []), ...(args ?? [])].filter(Boolean).join(' '),
	);
	const users = [...new Set(steps.map(({ user }) => user ?? 'self'))];
	return {
		cells: [cell(told(key), { code: true }), cell(users.join('\n')), cell(told(commands.join('\n')), { code: true })],
	};
}

function findPlan({ document, predicate }: Context): { plan: Plan; index: number } | null {
	const LARGEST = 8 * 1024 * 1024;
	for (const { idx, name, mediaType, size, digest, role, withheld } of predicate.evidence) {
		const likely = mediaType.includes('json') && (role === 'config' || /plan/u.test(name));
		if (!likely || size > LARGEST || withheld !== undefined) {
			continue;
		}
		const bytes = document.evidence?.(digest.sha256) ?? null;
		const plan = bytes === null ? undefined : planSchema.safeParse(readJson(bytes)).data;
		if (plan !== undefined) {
			return { plan, index: idx };
		}
	}
	return null;
}

function readJson(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		// Named like a plan but no JSON: then it is not the plan.
		return null;
	}
}
