import type { ErrorTable } from './table.ts';

/** What only a desktop window can do. */
export const windowErrors = {
	'window.no-screen': {
		exit: 3,
		zh: '无法截取屏幕：系统没有给出画面（Wayland 下需在弹窗中允许）。请改用拍照或粘贴截图。',
		en: 'The screen cannot be captured: the system gave no picture (under Wayland, allow it in the dialog). Use a photo, or paste a screenshot.',
	},
} as const satisfies ErrorTable;
