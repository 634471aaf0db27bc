import type { TextTable } from './text-table.ts';

export const auditTexts = {} as const satisfies TextTable;
