import type { TextTable } from './text-table.ts';

export const logTexts = {} as const satisfies TextTable;
