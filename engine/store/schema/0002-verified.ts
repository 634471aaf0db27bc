/**
 * Answers that can be made again at any time from files that are on record: never facts, never backed by the chain, and
 * without harm when lost. `stamp` is what the file system said of a file when its digest was taken; `family` is all that
 * decided the answer besides the bytes.
 */
export const verified = `
CREATE TABLE file_digests (file TEXT PRIMARY KEY, stamp TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE verified (
	sha256 TEXT NOT NULL,
	kind TEXT NOT NULL,
	family TEXT NOT NULL,
	answer TEXT NOT NULL,
	PRIMARY KEY (sha256, kind)
) STRICT, WITHOUT ROWID;
`;
