import { ConfigProvider, App as Messages } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { usePreferences } from '../preferences/use-preferences.ts';
import { themeFor } from './theme.ts';

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');
const printQuery = window.matchMedia('print');
const stillQuery = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Colours, density and language of the components, as this person chose. */
export function PageTheme({ children }: { children: ReactNode }) {
	const { dense, motion: wanted, language } = usePreferences();
	const still = useMatches(stillQuery);
	const motion = wanted && !still;
	const dark = useDark();
	const config = useMemo(() => themeFor(dark, dense, motion), [dark, dense, motion]);
	useEffect(() => {
		document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
		document.documentElement.dataset['motion'] = motion ? 'on' : 'off';
	}, [dark, motion]);
	const nonce = useMemo(() => document.querySelector('script')?.nonce ?? '', []);
	return (
		<ConfigProvider
			theme={config}
			locale={language === 'en' ? enUS : zhCN}
			csp={{ nonce }}
			getPopupContainer={popupPlace}
			button={{ autoInsertSpace: false }}
		>
			<Messages>{children}</Messages>
		</ConfigProvider>
	);
}

/** Not the body itself: to lock its scrolling the components would insert a style sheet without our nonce. */
function popupPlace(): HTMLElement {
	return document.getElementById('popups') ?? document.body;
}

/** Whether the page is dark now. Paper is white. */
export function useDark(): boolean {
	const { theme } = usePreferences();
	const system = useMatches(darkQuery);
	const printed = useMatches(printQuery);
	return !printed && (theme === 'system' ? system : theme === 'dark');
}

function useMatches(query: MediaQueryList): boolean {
	const subscribe = useCallback(
		(listener: () => void) => {
			query.addEventListener('change', listener);
			return () => query.removeEventListener('change', listener);
		},
		[query],
	);
	return useSyncExternalStore(subscribe, () => query.matches);
}
