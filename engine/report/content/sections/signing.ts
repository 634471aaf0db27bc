import { SIGNATURE_ROLES } from '../../document.ts';
import { COLON, COMMA } from '../../text/words.ts';
import { type Block, cell, type Row, type Section } from '../block.ts';
import type { Context } from '../context.ts';
import { dateCell } from '../date-cell.ts';
import { ROLE_WORDS, signatureState } from '../signature-cells.ts';

/** 签署: who signed what with which key, and what checking it gave. */
export function signingSection(context: Context): Section {
	const { say } = context;
	const rows = SIGNATURE_ROLES.flatMap((role) => roleRows(context, role));
	return {
		id: 's11',
		title: say({ zh: '签署', en: 'Signatures' }),
		blocks: [
			{
				kind: 'table',
				id: 't-signatures',
				columns: [
					{ title: say({ zh: '职责', en: 'Role' }), weight: 13, align: 'center' },
					{ title: say({ zh: '姓名与单位', en: 'Name, organisation' }), weight: 25 },
					{ title: say({ zh: '日期', en: 'Date' }), weight: 27 },
					{ title: say({ zh: '算法与密钥', en: 'Algorithm, key' }), weight: 41 },
					{ title: say({ zh: '核验', en: 'Checked' }), weight: 19, align: 'center' },
				],
				rows,
			},
			...reasons(context),
		],
	};
}

function roleRows({ document, language, say, told }: Context, role: (typeof SIGNATURE_ROLES)[number]): Row[] {
	const signatures = document.signatures.filter((signature) => signature.role === role);
	if (signatures.length === 0) {
		const none = say({ zh: '未签署', en: 'Not signed' });
		return [
			{
				cells: [
					cell(say(ROLE_WORDS[role])),
					cell('—'),
					cell('—'),
					cell('—'),
					cell(none, { tone: 'skipped', strong: true }),
				],
			},
		];
	}
	return signatures.map((signature) => {
		const { name, title, organisation, signedOn, algorithm, keyid } = signature;
		const state = signatureState(say, signature);
		return {
			cells: [
				cell(say(ROLE_WORDS[role])),
				{
					lines: [
						{ text: told([name, title].filter(Boolean).join(say(COMMA))) },
						{ text: told(organisation), minor: true },
					],
				},
				signedOn === null ? cell('—') : dateCell(signedOn, language),
				{ lines: [{ text: told(algorithm) }, { text: told(keyid), code: true, minor: true }] },
				cell(state.text, { tone: state.tone, strong: true }),
			],
		};
	});
}

function reasons({ document, say, told }: Context): Block[] {
	const items = document.signatures.flatMap(({ role, decision, reasons: given }) =>
		decision === undefined ? [] : (given ?? []).map((reason) => `${say(ROLE_WORDS[role])}${say(COLON)}${told(reason)}`),
	);
	return items.length === 0
		? []
		: [
				{ kind: 'paragraph', text: say({ zh: '审核与批准意见：', en: 'Remarks of reviewer and approver:' }) },
				{ kind: 'list', ordered: false, items },
			];
}
