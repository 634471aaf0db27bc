import { createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { ShipeiError } from '../contract/errors.ts';

/** Who may ask: whoever exchanged the one-time token, or knew the password, holds a session's secret in a cookie. */
export interface Sessions {
	/** A fresh one-time token for a link; any earlier one that was not used is void. */
	issueToken(): string;
	/** Exchanges the token for a session's secret. Throws server.link-used. */
	redeem(token: string): string;
	/** Exchanges the password for a session's secret. Throws server.wrong-password. `from`: the address that asks. */
	enter(password: string, from: string): string;
	holds(secret: string | undefined): boolean;
	end(secret: string | undefined): void;
}

/** Each wrong password doubles the wait of its address, up to this: whoever guesses must not lock the others out. */
const LONGEST_WAIT_SECONDS = 60;
/** So many addresses are remembered; the oldest is forgotten first. */
const MOST_ADDRESSES = 10_000;

export function createSessions(password?: string, now: () => number = Date.now): Sessions {
	const secrets = new Set<string>();
	const salt = randomBytes(16);
	const expected = password === undefined ? undefined : scryptSync(password, salt, 32);
	let token: string | undefined;
	const failures = new Map<string, { readonly count: number; readonly waitUntil: number }>();

	const open = () => {
		const secret = randomBytes(32).toString('base64url');
		secrets.add(fingerprint(secret));
		return secret;
	};
	const refuse = (waitUntil: number) => {
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
		enter(given, from) {
			const { count, waitUntil } = failures.get(from) ?? { count: 0, waitUntil: 0 };
			if (expected === undefined || now() < waitUntil) throw refuse(waitUntil);
			failures.delete(from);
			if (timingSafeEqual(scryptSync(given, salt, 32), expected)) return open();
			const wait = Math.min(2 ** count, LONGEST_WAIT_SECONDS) * 1000;
			failures.set(from, { count: count + 1, waitUntil: now() + wait });
			const oldest = failures.keys().next().value;
			if (failures.size > MOST_ADDRESSES && oldest !== undefined) failures.delete(oldest);
			throw refuse(now() + wait);
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
