import type { TextTable } from './text-table.ts';

export const productTexts = {} as const satisfies TextTable;
