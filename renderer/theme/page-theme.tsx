import { ConfigProvider, App as Messages } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react';
import { usePreferences } from '../preferences/use-preferences.ts';
import { themeFor } from './theme.ts';

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');

/** Colours, density and language of the components, as this person chose. */
export function PageTheme({ children }: { children: ReactNode }) {
	const { theme, dense, motion, language } = usePreferences();
	const dark = useDark();
	const config = useMemo(() => themeFor(dark, dense, motion), [dark, dense, motion]);
	useEffect(() => {
		document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
		document.documentElement.dataset['motion'] = motion ? 'on' : 'off';
	}, [dark, motion]);
	const nonce = useMemo(() => document.querySelector('script')?.nonce ?? '', []);
	return (
		<ConfigProvider
			key={theme}
			theme={config}
			locale={language === 'en' ? enUS : zhCN}
			csp={{ nonce }}
			button={{ autoInsertSpace: false }}
		>
			<Messages>{children}</Messages>
		</ConfigProvider>
	);
}

/** Whether the page is dark now. */
export function useDark(): boolean {
	const { theme } = usePreferences();
	const system = useSyncExternalStore(
		(listener) => {
			darkQuery.addEventListener('change', listener);
			return () => darkQuery.removeEventListener('change', listener);
		},
		() => darkQuery.matches,
	);
	return theme === 'system' ? system : theme === 'dark';
}
