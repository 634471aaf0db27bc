import { stringify } from 'yaml';
import type { Output } from '../../contract/methods.ts';
import type { Language } from '../../contract/text.ts';

type Draft = Output<'report.draft'>;

/** The order (委托) as a YAML file: what is filled in, then every field that is empty as a comment to be filled in. */
export function orderPage({ order }: Draft, language: Language): string {
	const filled = Object.keys(order).length === 0 ? '' : stringify(order);
	const empty = FIELDS.filter(([name]) => !(name in order)).map(
		([name, zh, en, example]) => `# ${language === 'zh' ? zh : en}\n# ${name}: ${example}`,
	);
	return `${[filled.trimEnd(), ...empty].filter((part) => part !== '').join('\n')}\n`;
}

const FIELDS: readonly (readonly [keyof Draft['order'], string, string, string])[] = [
	['reportNumber', '报告编号', 'report number', 'SPT-2026-0117'],
	[
		'confidentiality',
		'密级：public 公开、internal 内部、confidential 秘密、secret 机密、topSecret 绝密',
		'classification: public, internal, confidential, secret, topSecret',
		'{level: internal, until: 2027-12-31}',
	],
	[
		'type',
		'测试类别：commissioned 委托、selfTest 自测、acceptance 验收、comparison 比对',
		'kind of test: commissioned, selfTest, acceptance, comparison',
		'commissioned',
	],
	[
		'customer',
		'委托单位',
		'customer',
		'{name: 某某科技有限公司, address: 某市某路 1 号, contact: 联系人 010-00000000}',
	],
	['manufacturer', '生产单位', 'manufacturer', '某某科技有限公司'],
	[
		'lab',
		'测试机构',
		'laboratory',
		'{name: 某某实验室, address: 某市某路 9 号, phone: 022-00000000, accreditations: []}',
	],
	['location', '测试地点', 'place of the tests', '本机构 3 号机房'],
	[
		'sample',
		'样品；customerSupplied 列出由委托方提供、未经核实的信息',
		'sample; customerSupplied names what the customer said and nobody checked',
		'{id: S-2026-117-01, condition: 完好, receivedOn: 2026-11-18, receivedBy: 李四, customerSupplied: [product.name]}',
	],
	['basis', '测试依据', 'basis', '[{id: GB/T 25000.51-2016, title: 软件产品质量要求和测试细则, clauses: "5.3"}]'],
	['decisionRule', '判定规则', 'decision rule', '必测项全部通过为通过'],
	['deviations', '偏离', 'deviations', '[{text: 以 A4 代替 A3, reason: 无 A3 打印机, approvedBy: 王五}]'],
	['subcontracted', '分包', 'subcontracted', '[{case: suite/case, provider: 某某机构}]'],
	['environmentConditions', '环境条件', 'conditions', '{tempC: "23", humidityPct: "45", source: 温湿度计 TH-07}'],
	['remarks', '意见与解释', 'opinions and interpretations', '无'],
];
