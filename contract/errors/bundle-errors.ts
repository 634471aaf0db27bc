import type { ErrorTable } from './table.ts';

export const bundleErrors = {} as const satisfies ErrorTable;
