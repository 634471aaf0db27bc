import type { Json, JsonProblem } from './json.ts';

const MAX_DEPTH = 64;
const MAX_NUMBER_LENGTH = 40;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
// A run of characters that need no decoding: by far the most of any string.
const PLAIN = /[^"\\\u0000-\u001f]*/uy;
const SPACE = /[ \t\n\r]*/uy;
// With the u flag a pair is one character, so only a lone half matches. (isWellFormed is missing in older browsers.)
const LONE_SURROGATE = /[\ud800-\udfff]/u;
const ESCAPES: Readonly<Record<string, string>> = {
	'"': '"',
	'\\': '\\',
	'/': '/',
	b: '\b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t',
};

class Refused extends Error {}

/** One pass over one text. */
export class JsonReader {
	readonly #text: string;
	#at = 0;

	constructor(text: string) {
		this.#text = text;
	}

	read(): { readonly value: Json } | JsonProblem {
		try {
			const value = this.#value(0);
			this.#match(SPACE);
			if (this.#at < this.#text.length) throw new Refused('something follows the value');
			return { value };
		} catch (error) {
			if (error instanceof Refused) return { problem: error.message, at: this.#at };
			throw error;
		}
	}

	#value(depth: number): Json {
		if (depth > MAX_DEPTH) throw new Refused(`nested deeper than ${MAX_DEPTH} levels`);
		this.#match(SPACE);
		const first = this.#text[this.#at];
		if (first === '{') return this.#object(depth);
		if (first === '[') return this.#array(depth);
		if (first === '"') return this.#string();
		if (first === 't') return this.#word('true', true);
		if (first === 'f') return this.#word('false', false);
		return first === 'n' ? this.#word('null', null) : this.#number();
	}

	#object(depth: number): Json {
		const entries: [string, Json][] = [];
		const keys = new Set<string>();
		this.#at++;
		if (this.#skip('}')) return {};
		do {
			this.#match(SPACE);
			if (this.#text[this.#at] !== '"') throw new Refused('expected a key in quotes');
			const key = this.#string();
			if (keys.has(key)) throw new Refused('a key appears twice');
			if (key === '__proto__') throw new Refused('the key __proto__ is not allowed');
			keys.add(key);
			if (!this.#skip(':')) throw new Refused('expected a colon');
			entries.push([key, this.#value(depth + 1)]);
		} while (this.#skip(','));
		if (!this.#skip('}')) throw new Refused('expected a comma or }');
		return Object.fromEntries(entries);
	}

	#array(depth: number): Json {
		const values: Json[] = [];
		this.#at++;
		if (this.#skip(']')) return values;
		do values.push(this.#value(depth + 1));
		while (this.#skip(','));
		if (!this.#skip(']')) throw new Refused('expected a comma or ]');
		return values;
	}

	#string(): string {
		this.#at++;
		let value = this.#match(PLAIN);
		while (this.#text[this.#at] === '\\') value += this.#escape() + this.#match(PLAIN);
		if (this.#text[this.#at] !== '"') throw new Refused('a string is not closed or holds a control character');
		this.#at++;
		if (LONE_SURROGATE.test(value)) throw new Refused('a lone surrogate');
		return value;
	}

	#escape(): string {
		const letter = this.#text[this.#at + 1] ?? '';
		if (letter === 'u') {
			const digits = this.#text.slice(this.#at + 2, this.#at + 6);
			if (!/^[0-9a-fA-F]{4}$/u.test(digits)) throw new Refused('\\u needs four hexadecimal digits');
			this.#at += 6;
			return String.fromCharCode(Number.parseInt(digits, 16));
		}
		const character = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
		if (character === undefined) throw new Refused('an unknown escape');
		this.#at += 2;
		return character;
	}

	#number(): number {
		const text = this.#match(NUMBER);
		if (text === '') throw new Refused('expected a value');
		const value = Number(text);
		const exact = !Number.isInteger(value) || Number.isSafeInteger(value);
		if (text.length > MAX_NUMBER_LENGTH || !Number.isFinite(value) || !exact || Object.is(value, -0)) {
			throw new Refused('a number outside the range that is exact everywhere');
		}
		return value;
	}

	#word<Value extends Json>(word: string, value: Value): Value {
		if (!this.#text.startsWith(word, this.#at)) throw new Refused('expected a value');
		this.#at += word.length;
		return value;
	}

	#skip(character: string): boolean {
		this.#match(SPACE);
		if (this.#text[this.#at] !== character) return false;
		this.#at++;
		return true;
	}

	#match(pattern: RegExp): string {
		pattern.lastIndex = this.#at;
		const found = pattern.exec(this.#text)?.[0] ?? '';
		this.#at += found.length;
		return found;
	}
}
