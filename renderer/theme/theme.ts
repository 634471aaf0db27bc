import { type ThemeConfig, theme } from 'antd';

const SANS =
	"'Narrow Dot','Noto Sans CJK SC','Source Han Sans SC','Noto Sans SC','Microsoft YaHei','WenQuanYi Micro Hei',system-ui,sans-serif";
const MONO = "ui-monospace,'Noto Sans Mono CJK SC','DejaVu Sans Mono',monospace";

/** The components' theme: the same colours as page.css, whose contrasts are computed in the design. */
export function themeFor(dark: boolean, dense: boolean, motion: boolean): ThemeConfig {
	const colours = dark ? DARK : LIGHT;
	const algorithms = [dark ? theme.darkAlgorithm : theme.defaultAlgorithm];
	return {
		algorithm: dense ? [...algorithms, theme.compactAlgorithm] : algorithms,
		hashed: false,
		token: {
			...colours,
			fontFamily: SANS,
			fontFamilyCode: MONO,
			fontSize: 14,
			// The components' own leaves the words no air, and a finger too little (WCAG 2.5.8).
			controlHeightSM: dense ? 24 : 28,
			borderRadius: 6,
			motion,
			motionDurationSlow: '0.15s',
			motionDurationMid: '0.12s',
			motionDurationFast: '0.08s',
			wireframe: false,
		},
		components: {
			Button: {
				primaryShadow: 'none',
				defaultShadow: 'none',
				dangerShadow: 'none',
				paddingInlineSM: 10,
				dangerColor: dark ? DARK.colorBgLayout : '#ffffff',
				// What the algorithm derives for a pointer above is too dark to read in the dark.
				defaultHoverColor: colours.colorLink,
				defaultHoverBorderColor: colours.colorLink,
				defaultActiveColor: colours.colorLink,
				defaultActiveBorderColor: colours.colorLink,
			},
			Tabs: {
				horizontalMargin: '0 0 12px 0',
				itemSelectedColor: colours.colorLink,
				itemHoverColor: colours.colorLink,
				itemActiveColor: colours.colorLink,
				inkBarColor: colours.colorLink,
			},
			Modal: { titleFontSize: 16 },
		},
	};
}

const LIGHT = {
	colorPrimary: '#0b5cad',
	colorLink: '#0b5cad',
	colorInfo: '#0b5cad',
	colorSuccess: '#1a6b3c',
	colorWarning: '#8a5200',
	colorError: '#b3261e',
	colorText: '#1b2430',
	colorTextSecondary: '#4d5865',
	colorTextTertiary: '#57606a',
	colorTextDescription: '#4d5865',
	colorTextPlaceholder: '#66707b',
	colorBorder: '#8a94a0',
	colorBorderSecondary: '#dbe1e8',
	colorBgLayout: '#f5f7fa',
};

const DARK = {
	colorPrimary: '#2f74c0',
	colorLink: '#7fbdff',
	colorInfo: '#7fbdff',
	colorSuccess: '#5fd08f',
	colorWarning: '#f0b95a',
	colorError: '#ff9b91',
	colorText: '#e7ecf2',
	colorTextSecondary: '#b3bdc8',
	colorTextTertiary: '#a7b0ba',
	colorTextDescription: '#b3bdc8',
	colorTextPlaceholder: '#98a3af',
	colorBorder: '#7d8894',
	colorBorderSecondary: '#303b47',
	colorBgLayout: '#141a21',
	colorBgContainer: '#1b232c',
	colorBgElevated: '#212b36',
};
