/** Bits that somebody has to guess, at most: below the first it falls within hours, below the second within a lifetime. */
const FAIR_BITS = 42;
const STRONG_BITS = 64;

/** How many characters somebody has to try for each kind that is in it. */
const KINDS: readonly (readonly [RegExp, number])[] = [
	[/\p{Ll}/u, 26],
	[/\p{Lu}/u, 26],
	[/\d/u, 10],
	[/\p{Script=Han}/u, 3000],
	[/[^\p{L}\d]/u, 33],
];

/** What is tried first, whatever stands around it. */
const KNOWN =
	/password|passw0rd|passphrase|qwerty|asdf|admin|iloveyou|welcome|letmein|shipei|123456|abc123|密码|口令/giu;

/** A hint for people, not a rule: how long a guess at a stolen key file would take. */
export function strengthOf(passphrase: string): 'weak' | 'fair' | 'strong' {
	const bits = bitsOf(passphrase);
	return bits < FAIR_BITS ? 'weak' : bits < STRONG_BITS ? 'fair' : 'strong';
}

function bitsOf(passphrase: string): number {
	const characters = [...passphrase.replace(KNOWN, '*')];
	const pool = KINDS.reduce((sum, [kind, size]) => sum + (kind.test(passphrase) ? size : 0), 1);
	// What repeats or only counts on (aaaa, 1234, zyx) has to be guessed once.
	const fresh = characters.filter((character, index) => !goesOn(characters[index - 1], character)).length;
	const counting = Math.min(fresh, 2 * new Set(characters).size);
	return counting * Math.log2(pool);
}

function goesOn(before: string | undefined, character: string): boolean {
	if (before === undefined) return false;
	return Math.abs((before.codePointAt(0) ?? 0) - (character.codePointAt(0) ?? 0)) <= 1;
}
