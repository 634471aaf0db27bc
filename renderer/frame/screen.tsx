import type { ReactNode } from 'react';
import { InsideScreen } from '../states/inside-screen.ts';
import { MissingParts } from '../states/missing-parts.tsx';

/** The head and body that all screens share. `fill` gives the body the height that is left, for lists. */
export function Screen(props: {
	title: ReactNode;
	back?: ReactNode;
	note?: ReactNode;
	actions?: ReactNode;
	fill?: boolean;
	children: ReactNode;
}) {
	return (
		<InsideScreen value={true}>
			<div className={props.fill === true ? 'screen screen-fill' : 'screen'}>
				<div className="screen-head">
					<div className="screen-title">
						{props.back}
						<h1>{props.title}</h1>
						{props.note !== undefined && <div className="muted">{props.note}</div>}
					</div>
					{props.actions !== undefined && <div className="row no-print">{props.actions}</div>}
				</div>
				<MissingParts />
				{props.children}
			</div>
		</InsideScreen>
	);
}
