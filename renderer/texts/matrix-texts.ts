import type { TextTable } from './text-table.ts';

export const matrixTexts = {
	'matrix.title': ['适配矩阵', 'Matrix'],
	'matrix.empty': ['还没有可以放进矩阵的签名报告。', 'There is no signed report to put into the matrix yet.'],
	'matrix.emptyText': [
		'每格显示该产品在该平台上最近一次有效的签名结果。',
		'Each cell shows the newest valid signed result of a product on a platform.',
	],
	'matrix.note': [
		'每格为最近一次有效的签名结果；未签名的运行不计入。',
		'Each cell is the newest valid signed result; unsigned runs do not count.',
	],
	'matrix.untested': ['未测', 'Not tested'],
	'matrix.gaps': ['缺口', 'Gaps'],
	'matrix.stale': ['需复测', 'Test again'],
	'matrix.thirdParty': ['仅第三方', 'Third party only'],
	'matrix.staleOld': ['超过 {{days}} 天', 'older than {{days}} days'],
	'matrix.troubled': ['签名不被信任列表接受', 'the trust list does not accept the signature'],
	'matrix.self': ['自测', 'Self-test'],
	'matrix.other': ['第三方', 'Third party'],
	'matrix.history': ['历次报告', 'Reports over time'],
	'matrix.plan': ['用此组合生成计划', 'Make a plan for this product'],
	'matrix.exportXlsx': ['导出 XLSX', 'Export XLSX'],
	'matrix.export': ['导出 CSV', 'Export CSV'],
	'matrix.machine': ['整机（无产品）', 'The machine itself'],
	'matrix.partial': [
		'{{count}} 份报告的文件已移走或无法核验，未计入：{{names}}',
		'{{count}} reports were moved or cannot be verified and are left out: {{names}}',
	],
	'matrix.staleMark': ['需复测', 'stale'],
} as const satisfies TextTable;
