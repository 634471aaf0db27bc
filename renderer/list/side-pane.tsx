import { CloseOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { useText } from '../texts/use-text.ts';
import { useNarrow } from './use-narrow.ts';
import './side-pane.css';

const MIN = 360;
const STEP = 40;

/** By itself a drawer puts the focus around the dialog and not into it: nobody would hear that it opened. */
function focusDialog(inside: HTMLElement | null): void {
	inside?.closest('[role="dialog"]')?.querySelector('button')?.focus({ preventScroll: true });
}

/** Details beside a list; on narrow displays a drawer over it. Never narrower than 360 px; widened by buttons too. */
export function SidePane(props: {
	label: string;
	open: boolean;
	onClose: () => void;
	pane: ReactNode;
	children: ReactNode;
	fill?: boolean;
}) {
	const { t } = useText();
	const narrow = useNarrow();
	const [width, setWidth] = useState(440);
	const pane = useRef<HTMLElement>(null);
	const before = useRef<Element | null>(null);
	useKeys({ Escape: props.onClose }, { enabled: props.open && !narrow });
	useEffect(() => {
		if (props.open) before.current = document.activeElement;
		else if (before.current instanceof HTMLElement && document.body.contains(before.current)) before.current.focus();
	}, [props.open]);
	const widen = (by: number) => setWidth((now) => Math.max(MIN, Math.min(now + by, document.body.clientWidth * 0.6)));
	return (
		<div className={props.fill === true ? 'with-pane with-pane-fill' : 'with-pane'}>
			<div className="with-pane-list">{props.children}</div>
			{props.open && narrow && (
				<Drawer
					open
					autoFocus={false}
					onClose={props.onClose}
					title={props.label}
					size={Math.min(520, document.body.clientWidth - 40)}
				>
					<div ref={focusDialog}>{props.pane}</div>
				</Drawer>
			)}
			{props.open && !narrow && (
				<aside ref={pane} className="side-pane panel" aria-label={props.label} style={{ width }}>
					<div className="side-pane-bar">
						<button type="button" className="plain chip" aria-label={t('pane.wider')} onClick={() => widen(STEP)}>
							‹
						</button>
						<button type="button" className="plain chip" aria-label={t('pane.narrower')} onClick={() => widen(-STEP)}>
							›
						</button>
						<span className="strip-space" />
						<Button
							type="text"
							size="small"
							icon={<CloseOutlined aria-hidden />}
							aria-label={t('action.close')}
							onClick={props.onClose}
						/>
					</div>
					{props.pane}
				</aside>
			)}
		</div>
	);
}
