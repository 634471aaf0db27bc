import { systemName } from '../host/system-name.ts';
import type { Platform } from './platform.ts';
import { COLUMN, ROW } from './sizes.ts';
import type { EntryWords } from './use-entry-words.ts';

/** The head of a column: the CPU's maker and family, the system, and what else columns are split by. */
export function MatrixColumn(props: { column: Platform; index: number; left: number; words: EntryWords }) {
	const { column, index, left, words } = props;
	const { name, cpuVendor, cpu, osName, osVersion } = column;
	const servers = words.servers(column);
	const system = systemName(osName, osVersion) ?? '';
	return (
		<div
			role="columnheader"
			aria-colindex={index + 2}
			className="matrix-column"
			style={{ left, width: COLUMN, height: ROW }}
			title={words.column(column)}
			translate="no"
		>
			{cpu === null ? (
				<span className="matrix-named">{name}</span>
			) : (
				<>
					<b className="ellipsis">{[cpuVendor, cpu].filter((part) => part !== null).join(' ')}</b>
					<span className="ellipsis">{system}</span>
				</>
			)}
			{servers !== '' && <span className="matrix-small ellipsis">{servers}</span>}
		</div>
	);
}
