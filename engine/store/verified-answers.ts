import type { Database } from './database.ts';

export interface FileDigest {
	readonly file: string;
	/** What the file system said of it just before and after its bytes were read. */
	readonly stamp: string;
	readonly sha256: string;
}

export interface VerifiedAnswer {
	/** Of the bytes that it is about. */
	readonly sha256: string;
	/** What was asked. */
	readonly kind: string;
	/** All that decides it besides the bytes. An answer of another family is none. */
	readonly family: string;
	/** JSON. */
	readonly answer: string;
}

/** Answers kept to save the work of making them again. They are no records: any may be gone at any time. */
export interface VerifiedAnswers {
	/** The digest of a file, as long as the file system says the same of it. */
	digestOf(file: string, stamp: string): string | null;
	answerTo(about: Omit<VerifiedAnswer, 'answer'>): string | null;
	keep(digests: readonly FileDigest[], answers: readonly VerifiedAnswer[]): void;
}

export function verifiedAnswers(database: Database): VerifiedAnswers {
	const digestOf = database.prepare('SELECT sha256 FROM file_digests WHERE file = ? AND stamp = ?').pluck();
	const answerTo = database.prepare('SELECT answer FROM verified WHERE sha256 = ? AND kind = ? AND family = ?').pluck();
	const putDigest = database.prepare('INSERT OR REPLACE INTO file_digests (file, stamp, sha256) VALUES (?, ?, ?)');
	// One for each question: what an earlier program or trust list made of the same bytes is overwritten.
	const putAnswer = database.prepare(
		'INSERT OR REPLACE INTO verified (sha256, kind, family, answer) VALUES (?, ?, ?, ?)',
	);
	const keep = database.transaction((digests: readonly FileDigest[], answers: readonly VerifiedAnswer[]) => {
		for (const { file, stamp, sha256 } of digests) putDigest.run(file, stamp, sha256);
		for (const { sha256, kind, family, answer } of answers) putAnswer.run(sha256, kind, family, answer);
	});
	return {
		digestOf: (file, stamp) => (digestOf.get(file, stamp) as string | undefined) ?? null,
		answerTo: ({ sha256, kind, family }) => (answerTo.get(sha256, kind, family) as string | undefined) ?? null,
		keep(digests, answers) {
			if (digests.length + answers.length === 0) return;
			try {
				keep.immediate(digests, answers);
			} catch {
				// A full disk: the answers were given all the same, and will be made again.
			}
		},
	};
}
