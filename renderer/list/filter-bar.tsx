import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { type ReactNode, useRef } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { useText } from '../texts/use-text.ts';

export interface Chip {
	readonly value: string;
	readonly label: ReactNode;
	readonly count?: number;
}

export interface FilterBarProps {
	readonly text: string;
	readonly onText: (text: string) => void;
	readonly chips?: readonly Chip[];
	readonly chosen?: ReadonlySet<string>;
	readonly onToggle?: (value: string) => void;
	readonly shown: number;
	readonly total: number;
	/** Something else narrows the list, too. */
	readonly filtered?: boolean;
	readonly onClear: () => void;
	readonly children?: ReactNode;
}

/** One box and the state chips, the same on every list. `/` leads here. */
export function FilterBar(props: FilterBarProps) {
	const { t } = useText();
	const box = useRef<InputRef>(null);
	useKeys({ '/': () => box.current?.focus() });
	const filtered = props.text !== '' || (props.chosen?.size ?? 0) > 0 || props.filtered === true;
	return (
		<div className="filter-bar no-print" role="search">
			<Input
				ref={box}
				className="filter-box"
				allowClear
				prefix={<SearchOutlined aria-hidden />}
				aria-label={t('list.filter')}
				placeholder={t('list.filterHint')}
				value={props.text}
				onChange={(event) => props.onText(event.target.value)}
				onKeyDown={(event) => {
					if (event.key === 'Escape') event.currentTarget.blur();
				}}
			/>
			{props.chips?.map((chip) => (
				<button
					key={chip.value}
					type="button"
					className="filter-chip"
					aria-pressed={props.chosen?.has(chip.value) ?? false}
					onClick={() => props.onToggle?.(chip.value)}
				>
					{chip.label}
					{chip.count !== undefined && <b>{chip.count}</b>}
				</button>
			))}
			{props.children}
			<span className="muted" role="status">
				{t('list.shown', { shown: props.shown, total: props.total })}
			</span>
			{filtered && (
				<Button size="small" type="text" onClick={props.onClear}>
					{t('list.clearFilter')}
				</Button>
			)}
		</div>
	);
}
