import { useMemo } from 'react';
import { levelSchema } from '../../../contract/suite.ts';
import type { TextKey } from '../../texts/all-texts.ts';
import { useText } from '../../texts/use-text.ts';
import type { MatrixRow } from './matrix-data.ts';
import type { MatrixEntry } from './matrix-entry.ts';
import { UNKNOWN } from './matrix-filters.ts';
import type { Platform } from './platform.ts';
import type { StaleReason } from './stale-reasons.ts';
import type { Standing } from './standing.ts';

/** What the parts of the matrix are called. */
export interface EntryWords {
	readonly row: (row: MatrixRow) => string;
	readonly column: (column: Platform) => string;
	readonly servers: (column: Platform) => string;
	readonly standing: (standing: Standing) => string;
	readonly assurance: (level: string) => string;
	/** Passed of all by level, those that there are: "必 12/12 应 3/4". */
	readonly levels: (summary: MatrixEntry['summary']) => string;
	/** Each reason: "kernel changed from 5.4.18-85 to 5.4.18-110". */
	readonly stale: (reasons: readonly StaleReason[]) => string;
}

const STANDING: Readonly<Record<Standing, TextKey>> = {
	PASSED: 'verdict.PASSED',
	WARNED: 'verdict.WARNED',
	FAILED: 'verdict.FAILED',
	testing: 'matrix.testing',
	notApplicable: 'verdict.notApplicable',
	inherited: 'matrix.inherited',
	untested: 'matrix.untested',
};

const ASSURANCE: Readonly<Record<string, TextKey>> = {
	self_attested: 'matrix.assurance.self_attested',
	third_party: 'matrix.assurance.third_party',
	witnessed: 'matrix.assurance.witnessed',
	reproduced: 'matrix.assurance.reproduced',
};

export function useEntryWords(): EntryWords {
	const { t, format } = useText();
	return useMemo(() => {
		const servers = ({ key, name, servers: found }: Platform) => {
			if (key === name) return '';
			if (found === null) return t('matrix.serversUnknown');
			return found.length === 0 ? t('matrix.serversNone') : format.list(found);
		};
		const reasonText = (reason: StaleReason): string => {
			switch (reason.why) {
				case 'age':
					return t('matrix.staleOld', { days: reason.days });
				case 'product':
					return t('matrix.staleProduct');
				case 'trust':
					return t('matrix.troubled');
				case 'kernel':
					return t('matrix.staleKernel', { was: reason.was, is: reason.is });
				case 'suite':
					return t('matrix.staleSuite', { id: reason.what, was: reason.was, is: reason.is });
			}
		};
		return {
			row: ({ name, version }) =>
				name === null ? t('matrix.machine') : [name, version].filter((part) => part !== null).join(' '),
			column: (column) => [column.name, servers(column)].filter((part) => part !== '').join(' · '),
			servers,
			standing: (standing) => t(STANDING[standing]),
			assurance: (level) => {
				const key = ASSURANCE[level];
				return key === undefined ? (level === UNKNOWN ? t('word.unknown') : level) : t(key);
			},
			levels: ({ levels }) =>
				levelSchema.options
					.filter((level) => levels[level].tests > 0)
					.map((level) => t(`matrix.level.${level}`, levels[level]))
					.join(' '),
			stale: (reasons) => reasons.map(reasonText).join(t('word.listSeparator')),
		};
	}, [t, format]);
}
