import type { TextTable } from './text-table.ts';

export const matrixTexts = {} as const satisfies TextTable;
