export { GENESIS, linkOf } from './chain.ts';
export type { EvidenceFiles, EvidenceSource } from './evidence-files.ts';
export type { EvidenceMeta, Store } from './open-store.ts';
export { openStore } from './open-store.ts';
export type { OpenStep } from './query/cases.ts';
export type { FileDigest, VerifiedAnswer } from './verified-answers.ts';
export type { Writer, WriterLock } from './writer-lock.ts';
export { takeWriterLock } from './writer-lock.ts';
