import type { Language } from '../../contract/text.ts';

const zh = {
	file: '文件',
	openBundle: '打开报告包…',
	print: '打印…',
	quit: '退出',
	edit: '编辑',
	undo: '撤销',
	redo: '重做',
	cut: '剪切',
	copy: '复制',
	paste: '粘贴',
	selectAll: '全选',
	reload: '重新加载页面',
	fullScreen: '全屏',
	devTools: '开发者工具',
	minimize: '最小化',
	close: '关闭',
	pageCrashTitle: '界面多次崩溃',
	pageCrashDetail:
		'原因：{reason}。正在进行的运行不受影响。请重新启动适配台；若再次出现，可设 SHIPEI_NO_GPU=1 关闭显卡加速后再启动。',
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
	tryAgain: '重试',
	pageSizeTitle: '此系统的内存页为 {size} KB',
	pageSizeDetail: 'Electron 在 64 KB 页的内核上会崩溃或停住。请使用无界面工具包（shipei serve）。仍要继续吗？',
	continueAnyway: '仍要继续',
};

const en: Readonly<Record<keyof typeof zh, string>> = {
	file: 'File',
	openBundle: 'Open report bundle…',
	print: 'Print…',
	quit: 'Quit',
	edit: 'Edit',
	undo: 'Undo',
	redo: 'Redo',
	cut: 'Cut',
	copy: 'Copy',
	paste: 'Paste',
	selectAll: 'Select all',
	reload: 'Reload the page',
	fullScreen: 'Full screen',
	devTools: 'Developer tools',
	minimize: 'Minimise',
	close: 'Close',
	pageCrashTitle: 'The page crashed several times',
	pageCrashDetail:
		'Reason: {reason}. A run that is going on is not affected. Start Shipei again; if it comes back, set SHIPEI_NO_GPU=1 to draw without the graphics card.',
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
	tryAgain: 'Try again',
	pageSizeTitle: 'This system’s memory pages have {size} KB',
	pageSizeDetail:
		'On kernels with 64 KB pages Electron crashes or hangs. Use the headless kit (shipei serve). Go on anyway?',
	continueAnyway: 'Go on anyway',
};

export type WindowText = keyof typeof zh;

/** Texts of menus, tray and dialogs. */
export function windowTexts(
	locale: string,
): (key: WindowText, values?: Readonly<Record<string, number | string>>) => string {
	const table = windowLanguage(locale) === 'zh' ? zh : en;
	return (key, values = {}) =>
		table[key].replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}

/** Chinese unless the system speaks something else. */
export function windowLanguage(locale: string): Language {
	return locale === '' || /^zh/iu.test(locale) ? 'zh' : 'en';
}
