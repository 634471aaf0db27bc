// The second door of this part: verification for a browser. Nothing reachable from here imports node:.
export type { ByteSource } from './container/byte-reader.ts';
export { trustFrom } from './trust/trust-file.ts';
export type { OpenedBundle } from './verify/opened.ts';
export { type StreamOptions, type Verified, verifyStream } from './verify/verify-stream.ts';
