import { CONFIDENTIALITY_WORDS, itemName, ORDER_TYPE_WORDS, reportNumber } from '../facts/naming.ts';
import { issuedOn } from '../facts/signatures.ts';
import { readPicture } from '../picture/read-picture.ts';
import { clip } from '../text/clip.ts';
import { day } from '../text/dates.ts';
import type { FactRow, Picture } from './block.ts';
import type { Context } from './context.ts';
import type { Cover, Declaration, SealBox } from './report-content.ts';

const TITLE_LIMIT = 120;

/** 密级: the level, and the day until which it holds. */
export function classification({ order, say }: Context): string {
	const { confidentiality } = order;
	if (confidentiality === undefined) {
		return '';
	}
	const level = say(CONFIDENTIALITY_WORDS[confidentiality.level]);
	const { until } = confidentiality;
	return until === undefined ? level : say({ zh: `${level} ★ 至 ${until}`, en: `${level} ★ until ${until}` });
}

export function cover(context: Context, copy: string): Cover {
	const { document, predicate, order, language, say, fact } = context;
	const item = itemName(predicate);
	const supplied = suppliedFacts(context);
	const issued = issuedOn(document);
	const short = (text: string) => clip(text, TITLE_LIMIT, language);
	return {
		lines: [
			say({ zh: `报告编号：${short(reportNumber(document))}`, en: `Report No.: ${short(reportNumber(document))}` }),
			say({ zh: `密级：${classification(context) || '—'}`, en: `Classification: ${classification(context) || '—'}` }),
			...(copy === '' ? [] : [copy]),
			...amended(context),
		],
		title: say({ zh: '信创适配测试报告', en: 'Adaptation Test Report' }),
		subtitle: say({ zh: 'Adaptation Test Report', en: '信创适配测试报告' }),
		facts: [
			fact({ zh: '产品名称', en: 'Product' }, short(item.name), supplied('product.name')),
			fact({ zh: '版本型号', en: 'Version' }, short(item.version), supplied('product.version')),
			fact({ zh: '委托单位', en: 'Customer' }, order.customer?.name, supplied('customer.name')),
			fact({ zh: '生产单位', en: 'Manufacturer' }, order.manufacturer ?? item.maker, supplied('manufacturer')),
			fact(
				{ zh: '测试类别', en: 'Type of test' },
				order.type === undefined ? undefined : say(ORDER_TYPE_WORDS[order.type]),
			),
			fact({ zh: '测试机构', en: 'Laboratory' }, order.lab?.name ?? predicate.operator.orgName),
			fact({ zh: '签发日期', en: 'Date of issue' }, issued === null ? undefined : day(issued, language)),
		],
		logo: logo(context),
		markBox: say({
			zh: '（认可标识处，由测试机构加印）',
			en: '(space for an accreditation mark, added by the laboratory)',
		}),
		sealBox: sealBox(context),
	};
}

function logo({ document: { look }, order, predicate, say }: Context): Picture | null {
	const picture = look?.logo === undefined ? null : readPicture(look.logo);
	if (look?.logo === undefined || picture === null) return null;
	const lab = order.lab?.name ?? predicate.operator.orgName;
	return { ...picture, bytes: look.logo, caption: say({ zh: `${lab}徽标`, en: `Logo of ${lab}` }) };
}

function sealBox({ document: { look }, language, say }: Context): SealBox | null {
	const seal = look?.seal;
	if (seal?.shown === false) return null;
	const usual = say({ zh: '（检验检测专用章）', en: '(seal of the laboratory)' });
	return { text: seal?.[language] || usual, height: seal?.height ?? null };
}

// An amended report is known as one at first sight, and names what it replaces (ISO/IEC 17025 7.8.8).
function amended({ predicate, language, say }: Context): string[] {
	const original = predicate.related.find(({ rel }) => rel === 'supersedes');
	if (original === undefined) return [];
	const name = clip(original.name, 80, language);
	return [say({ zh: `更正报告：替代 ${name}`, en: `Amended report: supersedes ${name}` })];
}

/** Whether a fact came from the customer unchecked: ISO/IEC 17025 7.8.2.2 wants it marked. */
export function suppliedFacts({ order }: Context): (name: string) => boolean {
	const names = new Set(order.sample?.customerSupplied ?? []);
	return (name) => names.has(name) || names.has(name.slice(name.indexOf('.') + 1));
}

const USUAL_DECLARATION = {
	zh: [
		'本报告无测试机构专用章或有效电子签名无效。',
		'本报告无编制、审核、批准人签字或有效电子签名无效。',
		'本报告涂改、增删无效。',
		'未经测试机构书面批准，不得部分复制本报告；全文复制除外。',
		'本报告的结果仅与被测样品及所列测试环境有关。',
		'标明“委托方提供”的信息由委托方负责，测试机构未予核实。',
		'对本报告如有异议，请在收到之日起 15 日内向测试机构提出，逾期视为认可。',
		'本文件由已签名的 .xcr 报告生成；与 .xcr 不一致时，以 .xcr 为准。',
	],
	en: [
		'This report is not valid without the seal or a valid electronic signature of the laboratory.',
		'This report is not valid without the signatures of the compiler, the reviewer and the approver.',
		'This report is not valid if altered, extended or shortened.',
		'It shall not be reproduced except in full without the written approval of the laboratory.',
		'The results relate only to the items tested and to the environment described.',
		'Information marked "supplied by the customer" is the responsibility of the customer and was not verified.',
		'Objections are to be raised with the laboratory within 15 days of receipt.',
		'This document was made from the signed .xcr report; where they differ, the .xcr holds.',
	],
} as const;

export function declaration(context: Context): Declaration {
	const { order, predicate, language, say, fact } = context;
	const contact: FactRow[] = [
		fact({ zh: '测试机构', en: 'Laboratory' }, order.lab?.name ?? predicate.operator.orgName),
		fact({ zh: '地址', en: 'Address' }, order.lab?.address),
		fact({ zh: '联系方式', en: 'Contact' }, order.lab?.phone),
		...(order.lab?.accreditations ?? []).map((number) =>
			fact({ zh: '资质编号（文字说明）', en: 'Registration (as text)' }, number),
		),
	];
	return {
		title: say({ zh: '声　明', en: 'Statement' }),
		items: USUAL_DECLARATION[language],
		added: addedDeclaration(context),
		contact,
	};
}

// A sentence that the lab stated in one language only must not vanish from the report in the other.
function addedDeclaration({ document: { look }, language, say }: Context): Declaration['added'] {
	const added = look?.declaration;
	if (added === undefined) return null;
	const own = added[language];
	const items = own.length > 0 ? own : added[language === 'zh' ? 'en' : 'zh'];
	const title = say({ zh: '测试机构补充声明（由测试机构自行规定）', en: 'Added by the laboratory, in its own words' });
	return items.length === 0 ? null : { title, items };
}
