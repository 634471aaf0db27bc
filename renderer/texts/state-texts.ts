import type { TextTable } from './text-table.ts';

export const stateTexts = {
	'loading.text': ['正在载入…', 'Loading…'],
	'loading.cancel': ['取消', 'Cancel'],
	'loading.cancelled': ['已取消载入。', 'Loading was cancelled.'],
	'error.title': ['未能完成', 'It could not be done'],
	'error.code': ['错误代码', 'Error code'],
	'error.kept': ['已记录的内容没有丢失。', 'Nothing that was recorded is lost.'],
	'error.copy': ['复制详情', 'Copy the details'],
	'error.audit': ['查看审计记录', 'See the audit log'],
	'partial.title': ['内容不完整', 'Not everything is here'],
	'signedOut.title': ['此浏览器已登出', 'This browser is signed out'],
	'signedOut.link': [
		'请在另一个标签页打开终端里的新链接；此页内容保留，登录后自动继续。',
		'Open the new link from the terminal in another tab; what is here stays, and goes on by itself.',
	],
	'signedOut.password': [
		'请在另一个标签页登录；此页内容保留，登录后自动继续。',
		'Sign in in another tab; what is here stays, and goes on by itself.',
	],
	'gone.title': ['与引擎的连接中断', 'The engine does not answer'],
	'gone.text': [
		'运行不受影响；页面内容为只读，正在自动重新连接。',
		'Runs are not affected; the page is read-only and reconnects by itself.',
	],
	'notFound.title': ['没有这个页面', 'There is no such page'],
	'notFound.text': ['地址可能已变化。', 'The address may have changed.'],
	'notFound.home': ['回到概览', 'Back to the overview'],
} as const satisfies TextTable;
