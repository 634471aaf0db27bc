import type { TextTable } from './text-table.ts';

export const settingsTexts = {} as const satisfies TextTable;
