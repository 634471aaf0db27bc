import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { reportResultSchema } from '../../../contract/report-result.ts';
import type { TrustState } from '../../../contract/trust.ts';
import type { Policy } from '../../../contract/verification.ts';
import type { ByteSource } from '../../bundle/index.ts';
import type { FileDigest, Store, VerifiedAnswer } from '../../store/index.ts';
import { createStamps } from './file-stamp.ts';
import { hashedFile, sha256Of } from './hashed-file.ts';

/** Raised when what is kept, or how it comes about, changes without a new version of the program. */
const FORM = 'shipei.said/1';

const saidSchema = reportResultSchema.pick({ verdict: true, summary: true, signers: true, servers: true });
/** What a report's file says, once it was verified. */
export type Said = z.infer<typeof saidSchema>;

export interface RememberedResults {
	/** What the file says: as it was found before for the very same bytes, else found out now by `make`. */
	said(file: string, servers: boolean, make: (bytes: ByteSource) => Promise<Said>): Promise<Said>;
	/** Keeps what was found out since the last time. */
	keep(): void;
}

/**
 * Verifying thirty thousand files takes longer than anybody waits, and comes to the same each time. So the answer is kept by
 * all that decides it: the digest of the file's bytes, the trust list, the policy and the version of the program. The digest
 * is taken anew wherever the file may have been changed. No answer depends on the day: an old trust list only warns.
 */
export function rememberedResults(parts: {
	readonly store: Store;
	readonly dataDirectory: string;
	readonly version: string;
	readonly trust: TrustState | null;
	readonly policy: Policy | null;
	readonly now: () => number;
}): RememberedResults {
	const { verified } = parts.store;
	const family = familyOf(parts);
	const stampOf = createStamps(parts.dataDirectory, parts.now);
	const digests: FileDigest[] = [];
	const answers: VerifiedAnswer[] = [];

	const digestNow = async (file: string, stamp: string | null) => {
		const known = stamp === null ? null : verified.digestOf(file, stamp);
		return known ?? (await sha256Of(file));
	};
	const known = (sha256: string, kind: string): Said | null => {
		const answer = verified.answerTo({ sha256, kind, family });
		// What cannot be read was made by nobody who may be believed.
		return answer === null ? null : (saidSchema.safeParse(parsed(answer)).data ?? null);
	};
	const note = (file: string, stamp: string | null, sha256: string) => {
		if (stamp === null || stampOf(file) !== stamp) return;
		if (verified.digestOf(file, stamp) === null) digests.push({ file, stamp, sha256 });
	};
	return {
		async said(file, servers, make) {
			const kind = servers ? 'servers' : 'plain';
			const stamp = stampOf(file);
			const before = await digestNow(file, stamp).catch(() => null);
			const found = before === null ? null : known(before, kind);
			if (before !== null && found !== null) {
				note(file, stamp, before);
				return found;
			}
			const { bytes, sha256 } = hashedFile(file);
			const made = await make(bytes);
			const read = sha256();
			if (read !== null) {
				answers.push({ sha256: read, kind, family, answer: JSON.stringify(made) });
				note(file, stamp, read);
			}
			return made;
		},
		keep() {
			verified.keep(digests.splice(0), answers.splice(0));
		},
	};
}

function familyOf(parts: { version: string; trust: TrustState | null; policy: Policy | null }): string {
	const { version, trust, policy } = parts;
	const list = trust === null ? null : [trust.version, trust.fingerprint, trust.envelope];
	return createHash('sha256')
		.update(JSON.stringify([FORM, version, list, policy]))
		.digest('hex');
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
