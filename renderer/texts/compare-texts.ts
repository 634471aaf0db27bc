import type { TextTable } from './text-table.ts';

export const compareTexts = {} as const satisfies TextTable;
