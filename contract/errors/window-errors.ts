import type { ErrorTable } from './table.ts';

/** What a window or a browser can do, and an engine cannot. */
export const windowErrors = {
	'window.no-screen': {
		exit: 3,
		zh: '无法截取屏幕：系统没有给出画面（Wayland 下需在弹窗中允许）。请改用拍照或粘贴截图。',
		en: 'The screen cannot be captured: the system gave no picture (under Wayland, allow it in the dialog). Use a photo, or paste a screenshot.',
	},
	'window.no-capture': {
		exit: 3,
		zh: '此浏览器不能截取屏幕：较旧的版本，或页面地址既不是本机也不是 https。请用系统截图后按 Ctrl+V 粘贴，或选择文件。',
		en: 'This browser cannot capture the screen: an older version, or the page is neither on this machine nor behind https. Take a screenshot with the system and paste it with Ctrl+V, or choose a file.',
	},
} as const satisfies ErrorTable;
