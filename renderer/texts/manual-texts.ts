import type { TextTable } from './text-table.ts';

export const manualTexts = {} as const satisfies TextTable;
