import { createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { ShipeiError } from '../contract/errors.ts';

/** Who may ask: whoever exchanged the one-time token, or knew the password, holds a session's secret in a cookie. */
export interface Sessions {
	/** A fresh one-time token for a link; any earlier one that was not used is void. */
	issueToken(): string;
	/** Exchanges the token for a session's secret. Throws server.link-used. */
	redeem(token: string): string;
	/** Exchanges the password for a session's secret. Throws server.wrong-password. */
	enter(password: string): string;
	holds(secret: string | undefined): boolean;
	end(secret: string | undefined): void;
}

/** Each wrong password doubles the wait, up to this. */
const LONGEST_WAIT_SECONDS = 60;

export function createSessions(password?: string, now: () => number = Date.now): Sessions {
	const secrets = new Set<string>();
	const salt = randomBytes(16);
	const expected = password === undefined ? undefined : scryptSync(password, salt, 32);
	let token: string | undefined;
	let failures = 0;
	let waitUntil = 0;

	const open = () => {
		const secret = randomBytes(32).toString('base64url');
		secrets.add(fingerprint(secret));
		return secret;
	};
	const refuse = () => {
		const seconds = Math.max(1, Math.ceil((waitUntil - now()) / 1000));
		return new ShipeiError('server.wrong-password', { seconds });
	};

	return {
		issueToken() {
			const fresh = randomBytes(32).toString('base64url');
			token = fingerprint(fresh);
			return fresh;
		},
		redeem(given) {
			if (token === undefined || !same(fingerprint(given), token)) throw new ShipeiError('server.link-used');
			token = undefined;
			return open();
		},
		enter(given) {
			if (expected === undefined || now() < waitUntil) throw refuse();
			if (!timingSafeEqual(scryptSync(given, salt, 32), expected)) {
				failures += 1;
				waitUntil = now() + Math.min(2 ** (failures - 1), LONGEST_WAIT_SECONDS) * 1000;
				throw refuse();
			}
			failures = 0;
			return open();
		},
		holds: (secret) => secret !== undefined && secrets.has(fingerprint(secret)),
		end(secret) {
			if (secret !== undefined) secrets.delete(fingerprint(secret));
		},
	};
}

/** Only digests are kept and compared: a comparison's time then tells nothing about the secret. */
function fingerprint(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}

function same(a: string, b: string): boolean {
	return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
