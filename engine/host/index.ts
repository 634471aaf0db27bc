export { type DetectOptions, detectHost } from './detect-host.ts';
export { hbomOf } from './hbom/hbom.ts';
export { maskProfile } from './masking/mask-profile.ts';
export { type SnapshotOptions, type SnapshotTaken, takeSnapshot } from './snapshot/take-snapshot.ts';
