import type { TextTable } from './text-table.ts';

export const caseTexts = {} as const satisfies TextTable;
