import type { TextTable } from './text-table.ts';

export const reportTexts = {} as const satisfies TextTable;
