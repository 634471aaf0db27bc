import type { TextTable } from './text-table.ts';

export const auditTexts = {
	'audit.title': ['审计', 'Audit'],
	'audit.empty': ['还没有任何记录。', 'Nothing has been recorded yet.'],
	'audit.emptyText': [
		'检测主机、运行套件等每一步都会在这里留下不可更改的记录。',
		'Every step, from detection to signing, leaves a record here that cannot be changed.',
	],
	'audit.seq': ['序号', 'No.'],
	'audit.action': ['事件', 'Event'],
	'audit.object': ['对象', 'Object'],
	'audit.hash': ['链摘要', 'Chain hash'],
	'audit.verify': ['校验链', 'Verify the chain'],
	'audit.intact': ['链完整：{{count}} 条记录，链头 {{head}}', 'The chain is intact: {{count}} records, head {{head}}'],
	'audit.broken': [
		'链在第 {{seq}} 条断裂：此后的记录不可信',
		'The chain breaks at record {{seq}}: what follows cannot be trusted',
	],
	'audit.export': ['导出 CSV', 'Export CSV'],
	'audit.older': ['更早的记录', 'Earlier records'],
	'audit.details': ['记录内容', 'The record'],
} as const satisfies TextTable;
