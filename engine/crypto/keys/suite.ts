/** The two kinds of signature that a report may carry. */
export type Suite = 'sm2-sm3' | 'ed25519';

export const SUITES: readonly Suite[] = ['sm2-sm3', 'ed25519'];
