import { type ReactNode, type RefObject, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useEngine } from '../engine/engine-context.ts';
import { KeyHelp } from '../keys/key-help.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useZoom } from '../preferences/use-zoom.ts';
import { nextZoom } from '../preferences/zoom.ts';
import { CrashGuard } from '../states/crash-guard.tsx';
import { Loading } from '../states/states.tsx';
import { AnnounceContext, useText } from '../texts/use-text.ts';
import { CommandPalette } from './command-palette.tsx';
import { ConnectionStrip } from './connection-strip.tsx';
import { MeasuringBar } from './measuring-bar.tsx';
import { isAt, PLACES } from './places.ts';
import { Rail } from './rail.tsx';
import { RunNotices } from './run-notices.tsx';
import { Screens } from './screens.tsx';
import { TopStrip } from './top-strip.tsx';
import './frame.css';
import './palette.css';

/** Rail, strip and the screen of the present route. */
export function Frame() {
	const { t } = useText();
	const { pathname } = useLocation();
	const [help, setHelp] = useState(false);
	const [palette, setPalette] = useState(false);
	const main = useRef<HTMLElement>(null);
	useFrameKeys(
		() => setHelp(true),
		() => setPalette(true),
	);
	useAppliedZoom();
	useShellRoutes();
	useTitle(pathname);
	useArrival(pathname, main);
	return (
		<Announcer>
			<a className="skip-link" href="#main" onClick={(event) => focusMain(event, main.current)}>
				{t('frame.skip')}
			</a>
			<div className="frame">
				<Rail />
				<TopStrip onHelp={() => setHelp(true)} onPalette={() => setPalette(true)} />
				<main id="main" ref={main} tabIndex={-1} className="frame-main">
					<ConnectionStrip />
					<MeasuringBar />
					<CrashGuard place={pathname}>
						<Suspense fallback={<Loading />}>
							<Screens />
						</Suspense>
					</CrashGuard>
				</main>
			</div>
			<RunNotices />
			<KeyHelp open={help} onClose={() => setHelp(false)} />
			<CommandPalette open={palette} onClose={() => setPalette(false)} onHelp={() => setHelp(true)} />
		</Announcer>
	);
}

function focusMain(event: { preventDefault(): void }, main: HTMLElement | null): void {
	// A hash link would be taken for a route.
	event.preventDefault();
	main?.focus();
}

function useFrameKeys(onHelp: () => void, onPalette: () => void): void {
	const navigate = useNavigate();
	const { change } = useZoom();
	const larger = () => change((zoom) => nextZoom(zoom, 1));
	useKeys({
		'?': onHelp,
		'Ctrl+K': onPalette,
		'Ctrl++': larger,
		'Ctrl+=': larger,
		'Ctrl+Shift++': larger,
		'Ctrl+-': () => change((zoom) => nextZoom(zoom, -1)),
		'Ctrl+0': () => change(() => 100),
		// The desktop window has no keys for these of its own.
		'Alt+ArrowLeft': () => void navigate(-1),
		'Alt+ArrowRight': () => void navigate(1),
		...Object.fromEntries(PLACES.map((place) => [place.chord, () => navigate(place.to)])),
	});
}

function useAppliedZoom(): void {
	const { shell } = useEngine();
	const { zoom } = useZoom();
	useEffect(() => {
		if (zoom !== null) shell.setZoom(zoom);
	}, [shell, zoom]);
}

/** The desktop's menus, file associations and known deep links lead here. */
function useShellRoutes(): void {
	const { shell } = useEngine();
	const navigate = useNavigate();
	useEffect(() => shell.onRoute((route) => void navigate(route)), [shell, navigate]);
}

function useTitle(pathname: string): void {
	const { t } = useText();
	useEffect(() => {
		const place = PLACES.find((known) => isAt(known, pathname));
		document.title = `${place === undefined ? '' : `${t(place.text)} · `}${t('app.name')}`;
	}, [pathname, t]);
}

/**
 * A screen begins at its top. Where the old one took the focus with it (an opened row, a link of its own), the new one
 * has it: else the next Tab would begin at the rail, and a screen reader would say nothing.
 */
function useArrival(pathname: string, main: RefObject<HTMLElement | null>): void {
	const before = useRef(pathname);
	useEffect(() => {
		if (before.current === pathname) return;
		before.current = pathname;
		main.current?.scrollTo(0, 0);
		if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
	}, [pathname, main]);
}

/** Status messages for screen readers: polite ones, and urgent ones once. */
function Announcer({ children }: { children: ReactNode }) {
	const [polite, setPolite] = useState('');
	const [urgent, setUrgent] = useState('');
	const announce = useMemo(
		() =>
			(text: string, isUrgent = false) =>
				isUrgent ? setUrgent(text) : setPolite(text),
		[],
	);
	return (
		<AnnounceContext value={announce}>
			{children}
			<div className="visually-hidden" role="status" aria-live="polite" translate="no">
				{polite}
			</div>
			<div className="visually-hidden" aria-live="assertive" translate="no">
				{urgent}
			</div>
		</AnnounceContext>
	);
}
