import { ASSURANCE_WORDS, OPERATOR_ROLE_WORDS, ORDER_TYPE_WORDS } from '../../facts/naming.ts';
import { signatureOf } from '../../facts/signatures.ts';
import { dateTime } from '../../text/dates.ts';
import { COLON, COMMA } from '../../text/words.ts';
import { type Block, cell, type Section } from '../block.ts';
import type { Context } from '../context.ts';
import { ROLE_WORDS } from '../signature-cells.ts';

/** 1 概述 */
export function generalSection(context: Context): Section {
	const { predicate, order, language, say, fact } = context;
	const customer = [order.customer?.name, order.customer?.address, order.customer?.contact]
		.filter(Boolean)
		.join(say(COMMA));
	return {
		id: 's1',
		title: say({ zh: '1 概述', en: '1 General' }),
		blocks: [
			{
				kind: 'facts',
				rows: [
					fact(
						{ zh: '任务来源', en: 'Origin of the task' },
						[order.type === undefined ? '' : say(ORDER_TYPE_WORDS[order.type]), customer]
							.filter(Boolean)
							.join(say(COLON)),
					),
					fact({ zh: '测试目的', en: 'Purpose' }, purpose(context)),
					fact(
						{ zh: '测试时间', en: 'Tested from – to' },
						`${dateTime(predicate.startedOn, language)} – ${dateTime(predicate.finishedOn, language)}`,
					),
					fact({ zh: '测试地点', en: 'Place' }, order.location),
					fact({ zh: '测试单位', en: 'Tested by' }, operatorText(context)),
					fact({ zh: '保证级别', en: 'Assurance level' }, say(ASSURANCE_WORDS[predicate.assuranceLevel])),
					fact({ zh: '运行标识', en: 'Run id' }, cell(predicate.runId, { code: true })),
					fact({ zh: '公开范围', en: 'Privacy profile' }, say(PRIVACY_WORDS[predicate.privacy.profile])),
				],
			},
			...people(context),
			...relations(context),
		],
	};
}

const PRIVACY_WORDS = {
	full: { zh: '完整', en: 'Full' },
	reduced: { zh: '精简（去除标识信息）', en: 'Reduced (identifying data removed)' },
	minimal: { zh: '最小（仅结论与摘要）', en: 'Minimal (verdicts and digests only)' },
} as const;

function purpose({ predicate, say }: Context): string {
	return predicate.product === null
		? say({
				zh: '检验本机软硬件与所列套件要求的符合性。',
				en: 'To find out whether this machine meets the requirements of the suites listed.',
			})
		: say({
				zh: '检验被测产品在所列硬件与软件环境下的适配情况。',
				en: 'To find out how the product works in the hardware and software environment listed.',
			});
}

function operatorText({ predicate, say }: Context): string {
	const { orgName, orgId, role } = predicate.operator;
	const id = orgId === undefined ? '' : say({ zh: `（统一社会信用代码 ${orgId}）`, en: ` (USCC ${orgId})` });
	return `${orgName}${id}${say(COMMA)}${say(OPERATOR_ROLE_WORDS[role])}`;
}

function people({ document, predicate, say, told }: Context): Block[] {
	const rows = [
		[predicate.operator.person ?? '', say({ zh: '测试', en: 'Tester' }), predicate.operator.orgName],
		...(['compiler', 'reviewer', 'approver'] as const).flatMap((role) => {
			const signature = signatureOf(document, role);
			return signature === null ? [] : [[signature.name, say(ROLE_WORDS[role]), signature.organisation]];
		}),
	].filter(([name]) => name !== '');
	if (rows.length === 0) {
		return [];
	}
	return [
		{ kind: 'heading', level: 2, id: 's1-people', text: say({ zh: '1.1 人员', en: '1.1 People' }) },
		{
			kind: 'table',
			id: 't-people',
			columns: [
				{ title: say({ zh: '姓名', en: 'Name' }), weight: 30 },
				{ title: say({ zh: '职责', en: 'Role' }), weight: 20, align: 'center' },
				{ title: say({ zh: '单位', en: 'Organisation' }), weight: 50 },
			],
			rows: rows.map((row) => ({ cells: row.map((text) => cell(told(text) || '—')) })),
		},
	];
}

const RELATION_WORDS = {
	supersedes: { zh: '更正并替代', en: 'Corrects and supersedes' },
	'retest-of': { zh: '复测', en: 'Retest of' },
	baseline: { zh: '对比基准', en: 'Baseline' },
	'derived-from': { zh: '来源于', en: 'Derived from' },
} as const;

/** An amended report names the original: ISO/IEC 17025 7.8.8. */
function relations({ predicate, say, told }: Context): Block[] {
	if (predicate.related.length === 0) {
		return [];
	}
	return [
		{ kind: 'heading', level: 2, id: 's1-related', text: say({ zh: '1.2 相关报告', en: '1.2 Related reports' }) },
		{
			kind: 'table',
			id: 't-related',
			columns: [
				{ title: say({ zh: '关系', en: 'Relation' }), weight: 18 },
				{ title: say({ zh: '报告', en: 'Report' }), weight: 24 },
				{ title: say({ zh: '原因', en: 'Reason' }), weight: 24 },
				{ title: say({ zh: '摘要', en: 'Digest' }), weight: 34 },
			],
			rows: predicate.related.map(({ rel, name, reason, digest }) => ({
				cells: [
					cell(say(RELATION_WORDS[rel])),
					cell(told(name)),
					cell(told(reason ?? '') || '—'),
					cell(digest.sha256 ?? digest.sm3 ?? '—', { code: true }),
				],
			})),
		},
	];
}
