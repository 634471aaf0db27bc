import type { TextTable } from './text-table.ts';

/** What a privacy profile leaves out, by the path in the statement. */
export const privacyTexts = {
	'privacy.never': [
		'序列号、MAC 地址和主机名在任何范围下都不会写入。',
		'Serial numbers, MAC addresses and host names are never written, whatever is chosen.',
	],
	'privacy.removed': ['不写入：', 'Left out:'],
	'privacy.withheld': ['证据不随附（仍保留摘要）：', 'Evidence not included (its digest is):'],
	'privacy.nothing': ['其余内容全部写入。', 'Everything else is written.'],
	'privacy.more': ['等 {{count}} 份', 'and {{count}} more'],
	'privacy.field.operator.person': ['操作人姓名', 'name of the operator'],
	'privacy.field.order.customer': ['委托单位', 'customer'],
	'privacy.field.order.customer.contact': ['委托单位联系方式', 'customer’s contact'],
	'privacy.field.order.deviations.approvedBy': ['偏离的批准人', 'who approved deviations'],
	'privacy.field.order.lab.phone': ['测试机构电话', 'laboratory’s telephone'],
	'privacy.field.order.location': ['测试地点', 'place of testing'],
	'privacy.field.order.remarks': ['备注', 'remarks'],
	'privacy.field.order.sample.receivedBy': ['样品接收人', 'who received the sample'],
	'privacy.field.tests.manual.by': ['人工结果的操作人', 'who answered manual steps'],
	'privacy.field.tests.manual.witness': ['人工结果的见证人', 'who witnessed manual steps'],
	'privacy.field.tests.manual.actual': ['人工结果的实际情况', 'what was seen in manual steps'],
	'privacy.field.tests.manual.note': ['人工结果的说明', 'notes on manual steps'],
	'privacy.field.tests.waiver.by': ['带条件通过的批准人', 'who granted conditions'],
	'privacy.field.tests.attempts.message': ['每次尝试的原因', 'reasons of attempts'],
	'privacy.field.tests.reason.actual': ['原因中的实际值', 'actual values in reasons'],
	'privacy.field.related.reason': ['更正的原因', 'reason of the correction'],
	'privacy.field.host.redactions.sm3': ['序列号等的加盐摘要', 'salted digests of serial numbers and the like'],
	'privacy.field.host.summary.board': ['主板', 'board'],
	'privacy.field.host.summary.desktop': ['桌面环境', 'desktop'],
	'privacy.field.host.summary.firmware': ['固件', 'firmware'],
	'privacy.field.host.summary.gpu': ['显卡', 'graphics'],
} as const satisfies TextTable;
