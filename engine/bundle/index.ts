export type { ByteSource } from './container/byte-reader.ts';
export { type BundleRequest, buildBundle, payloadOf } from './export/build-bundle.ts';
export type { EvidenceSource } from './export/evidence-source.ts';
export type { WrittenFile } from './export/write-file.ts';
export type { Opened, OpenedBundle } from './verify/opened.ts';
export { readBundle, type VerifyOptions, verifyBundle } from './verify/verify-bundle.ts';
export type { Verified } from './verify/verify-stream.ts';
