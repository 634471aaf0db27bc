// What every program of this suite shares: measuring for a time window, checking answers, one JSON line at the end.
// Exit 3 = wrong answer (never a number), 4 = this runtime lacks what is measured.

/** Runs whole units until the window is over and gives units per second; the first units only warm the engine up. */
export async function unitsPerSecond(unit, { seconds = 1.5, warmSeconds = 0.3 } = {}) {
	await runFor(unit, warmSeconds);
	const { units, elapsed } = await runFor(unit, seconds);
	return units / elapsed;
}

async function runFor(unit, seconds) {
	const start = performance.now();
	let units = 0;
	let elapsed = 0;
	do {
		await unit(units);
		units += 1;
		elapsed = (performance.now() - start) / 1000;
	} while (elapsed < seconds);
	return { units, elapsed };
}

/** Ends the program when a computed answer is not the known one. */
export function check(what, found, expected) {
	if (found === expected) return;
	console.log(JSON.stringify({ error: 'wrong-answer', what, found: String(found), expected: String(expected) }));
	process.exit(3);
}

export function unsupported(what) {
	console.log(JSON.stringify({ error: 'unsupported', what }));
	process.exit(4);
}

/** FNV-1a over the bytes of a text: a short fingerprint for checks. */
export function fingerprint(text) {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
	return hash;
}

/** The same pseudo-random numbers everywhere: xorshift32. */
export function numbers(seed) {
	let state = seed >>> 0;
	return () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		state >>>= 0;
		return state;
	};
}

export function report(values) {
	const { v8, node, openssl, electron, sqlite } = process.versions;
	const runtime = electron === undefined ? `node ${node}` : `electron ${electron}`;
	console.log(JSON.stringify({ ...values, runtime, v8, openssl: openssl ?? 'none', sqlite: sqlite ?? 'none' }));
}
