import type { Answer } from '../../contract/dispatch.ts';
import { fromErrorAnswer } from '../../contract/errors.ts';

export interface Session {
	readonly signedIn: boolean;
	/** How one signs in here. */
	readonly way: 'link' | 'password';
	/** A token was in the link, but it was refused. */
	readonly refused: boolean;
}

/** Exchanges the token of the link for a cookie and takes it out of the address at once; says whether we are in. */
export async function openSession(location: Location, history: History): Promise<Session> {
	const token = /^#token=([\w-]+)$/u.exec(location.hash)?.[1];
	if (token !== undefined) {
		history.replaceState(null, '', `${location.pathname}#/`);
		const answer = await post({ token });
		if (answer.ok) return { signedIn: true, way: 'link', refused: false };
	}
	try {
		const known = (await (await fetch('/session')).json()) as Omit<Session, 'refused'>;
		return { ...known, refused: token !== undefined && !known.signedIn };
	} catch {
		// No server: the page shows that it is gone and keeps trying.
		return { signedIn: true, way: 'link', refused: false };
	}
}

/** Throws what the server says when the password was not right, or it is too early to try again. */
export async function enterPassword(password: string): Promise<void> {
	const response = await post({ password });
	if (response.ok) return;
	const answer = (await response.json()) as Answer;
	if (!answer.ok) throw fromErrorAnswer(answer.error);
}

function post(ticket: { token: string } | { password: string }): Promise<Response> {
	return fetch('/session', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(ticket),
	});
}
