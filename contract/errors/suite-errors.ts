import type { ErrorTable } from './table.ts';

export const suiteErrors = {} as const satisfies ErrorTable;
