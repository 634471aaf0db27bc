/** A command as one would type it: words with anything special in quotes, so that nothing can be misread. */
export function shellWords(words: readonly string[]): string {
	return words
		.map((word) => (/^[\w@%+=:,./${}-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
		.join(' ');
}
