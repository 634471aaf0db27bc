import type { Language } from '../../contract/text.ts';

const zh = {
	file: '文件',
	openBundle: '打开报告包…',
	quit: '退出',
	edit: '编辑',
	view: '视图',
	window: '窗口',
	help: '帮助',
	about: '关于适配台',
	shortcuts: '键盘快捷键',
	idle: '没有正在进行的运行',
	running: '运行进行中：{done}/{total}',
	show: '显示窗口',
	bundles: '适配台报告包',
	quitTitle: '有运行正在进行',
	quitDetail: '退出会中断它；已有结果都会保存，之后可以继续。',
	quitNow: '中断并退出',
	stay: '取消',
	refusedTitle: '无法打开数据目录',
	pageSizeTitle: '此系统的内存页为 {size} KB',
	pageSizeDetail: 'Electron 在 64 KB 页的内核上会崩溃或停住。请使用无界面工具包（shipei serve）。仍要继续吗？',
	continueAnyway: '仍要继续',
};

const en: Readonly<Record<keyof typeof zh, string>> = {
	file: 'File',
	openBundle: 'Open report bundle…',
	quit: 'Quit',
	edit: 'Edit',
	view: 'View',
	window: 'Window',
	help: 'Help',
	about: 'About Shipei',
	shortcuts: 'Keyboard shortcuts',
	idle: 'Nothing is running',
	running: 'Running: {done} of {total}',
	show: 'Show window',
	bundles: 'Shipei report bundles',
	quitTitle: 'A run is going on',
	quitDetail: 'Quitting interrupts it; everything so far is kept and it can be continued later.',
	quitNow: 'Interrupt and quit',
	stay: 'Cancel',
	refusedTitle: 'The data folder cannot be opened',
	pageSizeTitle: 'This system’s memory pages have {size} KB',
	pageSizeDetail:
		'On kernels with 64 KB pages Electron crashes or hangs. Use the headless kit (shipei serve). Go on anyway?',
	continueAnyway: 'Go on anyway',
};

export type WindowText = keyof typeof zh;

/** Texts of menus, tray and dialogs; Chinese unless the system speaks something else. */
export function windowTexts(locale: string): (key: WindowText, values?: Readonly<Record<string, number>>) => string {
	const language: Language = locale === '' || /^zh/iu.test(locale) ? 'zh' : 'en';
	const table = language === 'zh' ? zh : en;
	return (key, values = {}) =>
		table[key].replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}
