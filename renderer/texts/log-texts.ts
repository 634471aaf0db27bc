import type { TextTable } from './text-table.ts';

export const logTexts = {
	'log.title': ['日志', 'Log'],
	'log.whole': ['展开整行（{{count}} 字符）', 'Show the whole line ({{count}} characters)'],
	'log.search': ['在日志中搜索', 'Search in the log'],
	'log.regex': ['正则', 'Regex'],
	'log.case': ['区分大小写', 'Match case'],
	'log.hits': ['第 {{at}} / {{total}} 处', '{{at}} of {{total}}'],
	'log.hitsMore': ['（只列出前 {{total}} 处）', '(only the first {{total}} are listed)'],
	'log.noHits': ['没有找到', 'Not found'],
	'log.previous': ['上一处（Shift+F3）', 'Previous (Shift+F3)'],
	'log.next': ['下一处（F3）', 'Next (F3)'],
	'log.encoding': ['编码', 'Encoding'],
	'log.auto': ['自动：{{encoding}}', 'Automatic: {{encoding}}'],
	'log.hex': ['十六进制', 'Hexadecimal'],
	'log.wrap': ['换行', 'Wrap'],
	'log.download': ['下载原始字节', 'Download the bytes'],
	'log.decisive': ['跳到关键行', 'To the decisive line'],
	'log.position': ['位置', 'Position'],
	'log.at': ['{{at}} / {{size}}', '{{at}} of {{size}}'],
	'log.cut': [
		'中间 {{size}} 未保存（输出超过上限，保留了首尾）。',
		'{{size}} in the middle were not kept (the output passed its bound; head and tail are here).',
	],
	'log.empty': ['这个文件是空的。', 'This file is empty.'],
} as const satisfies TextTable;
