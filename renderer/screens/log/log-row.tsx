import type { ReactNode, Ref } from 'react';
import { useText } from '../../texts/use-text.ts';

/** A line in its place, with the number that links to it. */
export function LogRow(props: {
	ref: Ref<HTMLDivElement> | undefined;
	/** Of the line, for whoever measures it. */
	index: number;
	number: string;
	/** A piece of a longer line: wrapped, so that all of it is seen. */
	isPiece: boolean;
	isMarked: boolean;
	isHit: boolean;
	/** Pixels from the top. */
	start: number;
	/** Pixels that a wrapped line has; undefined: as many as it wants. */
	width: number | undefined;
	onLink: () => void;
	children: ReactNode;
}) {
	const { t } = useText();
	const { isMarked, isHit, width } = props;
	return (
		<div
			ref={props.ref}
			data-index={props.index}
			data-marked={isMarked}
			className={`log-row${props.isPiece ? ' log-piece' : ''}${isMarked ? ' log-row-marked' : ''}${isHit ? ' log-row-hit' : ''}`}
			style={{
				position: 'absolute',
				top: 0,
				transform: `translateY(${props.start}px)`,
				...(width === undefined ? {} : { width }),
			}}
		>
			<button
				type="button"
				className="plain log-number"
				tabIndex={-1}
				aria-label={t('log.linkLine')}
				onClick={props.onLink}
			>
				{props.number}
			</button>
			{props.children}
		</div>
	);
}
