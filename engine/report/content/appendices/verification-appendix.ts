import { CHECKS, type Verification } from '../../../../contract/verification.ts';
import { type Block, cell, type Section, type Tone } from '../block.ts';
import type { Context } from '../context.ts';

const OUTCOME_LOOK = {
	passed: { zh: '通过', en: 'Passed', tone: 'passed' },
	failed: { zh: '不通过', en: 'Failed', tone: 'failed' },
	warned: { zh: '注意', en: 'Warning', tone: 'warned' },
	skipped: { zh: '未检查', en: 'Not checked', tone: 'skipped' },
} as const satisfies Record<string, { zh: string; en: string; tone: Tone }>;

const VERDICT_WORDS = {
	trusted: { zh: '可信：内容未被改动，签名者受信任。', en: 'trusted: unaltered, and signed by a trusted key.' },
	intact: {
		zh: '完整：签名后内容未被改动；签名者是否可信未予确认。',
		en: 'intact: unaltered since it was signed; nobody said whose keys to trust.',
	},
	refused: {
		zh: '不接受：内容未被改动，但不符合信任列表或策略。',
		en: 'refused: unaltered, but not accepted by trust list or policy.',
	},
	invalid: {
		zh: '无效：内容被改动、损坏或自相矛盾。',
		en: 'invalid: altered, broken, or not following from its own facts.',
	},
} as const satisfies Record<Verification['verdict'], { zh: string; en: string }>;

/** 附录 E 核验方法, and what checking gave when this document was made. */
export function verificationAppendix(context: Context): Section {
	const { document, say } = context;
	return {
		id: 'sE',
		title: say({ zh: '附录 E 核验方法', en: 'Appendix E How to verify' }),
		blocks: [
			{
				kind: 'list',
				ordered: true,
				items: [
					say({
						zh: '用本工具：shipei verify <文件>.xcr。只需要这个文件，不需要网络和数据库。',
						en: 'With this tool: shipei verify <file>.xcr. It needs the file alone, no network and no database.',
					}),
					say({
						zh: '不用本工具：用 tar 解开 .xcr，对 blobs 目录下的文件用 sha256sum 核对文件名中的摘要，再用 OpenSSL 3 核对 attestations/0000.dsse.json 的签名；步骤见用户手册。',
						en: 'Without it: unpack the .xcr with tar, check the files under blobs by sha256sum against their names, and the signature of attestations/0000.dsse.json with OpenSSL 3; the steps are in the manual.',
					}),
					say({
						zh: `核对报告标识：attestations/0000.dsse.json 中 payload 解码后的 SHA-256 应为 ${document.reportId}。`,
						en: `Compare the identity: the SHA-256 of the decoded payload of attestations/0000.dsse.json is ${document.reportId}.`,
					}),
				],
			},
			...checks(context),
		],
	};
}

function checks({ document, say, told }: Context): Block[] {
	const { verification } = document;
	if (verification === undefined) {
		return [
			{
				kind: 'paragraph',
				note: true,
				text: say({ zh: '生成本文件时未做核验。', en: 'Nothing was verified when this document was made.' }),
			},
		];
	}
	const { policy, verdict: found, checks: done } = verification;
	const asked = policy === null ? '' : say({ zh: `（策略 ${policy}）`, en: ` (policy ${policy})` });
	const word = say(VERDICT_WORDS[found]);
	const verdict = say({
		zh: `生成本文件时的核验结论${asked}：${word}`,
		en: `When this document was made, verification${asked} found: ${word}`,
	});
	return [
		{ kind: 'paragraph', strong: true, text: verdict },
		{
			kind: 'table',
			id: 't-checks',
			columns: [
				{ title: say({ zh: '检查项', en: 'Check' }), weight: 28 },
				{ title: say({ zh: '结果', en: 'Outcome' }), weight: 14, align: 'center' },
				{ title: say({ zh: '说明', en: 'Explanation' }), weight: 58 },
			],
			rows: done.map(({ id, outcome, detail, todo }) => {
				const look = OUTCOME_LOOK[outcome];
				return {
					cells: [
						{ lines: [{ text: say(CHECKS[id]) }, { text: id, minor: true, code: true }] },
						cell(say(look), { tone: look.tone, strong: true }),
						cell([told(detail), todo === undefined ? '' : told(todo)].filter((text) => text !== '').join('\n')),
					],
				};
			}),
		},
	];
}
