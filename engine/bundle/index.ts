export type { ByteSource } from './container/byte-reader.ts';
export { type BundleRequest, buildBundle, payloadOf } from './export/build-bundle.ts';
export type { EvidenceSource } from './export/evidence-source.ts';
export { type BlobFinder, findBlobs } from './export/read-blob.ts';
export type { WrittenFile } from './export/write-file.ts';
export {
	backUpKey,
	chainsOf,
	createKey,
	exportPublic,
	importChain,
	importKey,
	listKeys,
	type NewKey,
	openSigner,
	retireKey,
	showKey,
} from './keyring/keyring.ts';
export { addReceipt, addReviewEnvelope, type EnvelopeRequest } from './review/add-envelope.ts';
export { addReview, type ReviewRequest } from './review/add-review.ts';
export { mergeCopies, mergedBytes } from './review/merge-copies.ts';
export { mayTakeStep, type ReviewState, readReviewState } from './review/review-state.ts';
export { custodianOf, REMOVED, withheldByPrivacy } from './statement/privacy.ts';
export { saltedDigest } from './statement/salted-digest.ts';
export { statementFrom } from './statement/statement-from.ts';
export { judgeSuite, type SuiteFinding } from './suite-signature/judge-suite.ts';
export { type SignedSuite, signSuite } from './suite-signature/sign-suite.ts';
export { draftList, enrolKey, revokeOnList } from './trust/author/draft-list.ts';
export {
	readLastList,
	readUnfinished,
	shownUnfinished,
	signList,
	type UnfinishedList,
} from './trust/author/sign-list.ts';
export { type ImportedTrust, importTrust, readTrust, type ShownTrust, trustFromFile } from './trust/import-trust.ts';
export type { TrustList } from './trust/trust-list.ts';
export type { Opened, OpenedBundle } from './verify/opened.ts';
export { fileBytes, readBundle, type VerifyOptions, verifyBundle } from './verify/verify-bundle.ts';
export type { Verified } from './verify/verify-stream.ts';
