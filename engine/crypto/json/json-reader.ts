import type { Json, JsonProblem } from './json.ts';

const MAX_DEPTH = 64;
const MAX_NUMBER_LENGTH = 40;
// No pattern in here may run over text of any length: a long enough one exhausts the stack of the pattern matcher.
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
const NUMBER_PART = /[-+.eE\d]/u;
// With the u flag a pair is one character, so only a lone half matches. (isWellFormed is missing in older browsers.)
const LONE_SURROGATE = /[\ud800-\udfff]/u;
const SPACES = new Set([' ', '\t', '\n', '\r']);
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

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

class Refused extends Error {}

/** One pass over one text. */
export class JsonReader {
	readonly #text: string;
	readonly #longest: number;
	#at = 0;

	/** `longest` bounds every string, in UTF-16 units. */
	constructor(text: string, longest: number) {
		this.#text = text;
		this.#longest = longest;
	}

	read(): { readonly value: Json } | JsonProblem {
		try {
			const value = this.#value(0);
			this.#space();
			if (this.#at < this.#text.length) throw new Refused('something follows the value');
			return { value };
		} catch (error) {
			if (error instanceof Refused) return { problem: error.message, at: this.#at };
			throw error;
		}
	}

	#value(depth: number): Json {
		if (depth > MAX_DEPTH) throw new Refused(`nested deeper than ${MAX_DEPTH} levels`);
		this.#space();
		const first = this.#text[this.#at];
		if (first === '{') return this.#object(depth);
		if (first === '[') return this.#array(depth);
		if (first === '"') return this.#string();
		if (first === 't') return this.#word('true', true);
		if (first === 'f') return this.#word('false', false);
		return first === 'n' ? this.#word('null', null) : this.#number();
	}

	#object(depth: number): Json {
		// Keys are assigned in their order, so that a thousand alike objects share one shape: half the memory of entries.
		const object: Record<string, Json> = {};
		this.#at++;
		if (this.#skip('}')) return object;
		do {
			this.#space();
			if (this.#text[this.#at] !== '"') throw new Refused('expected a key in quotes');
			const key = this.#string();
			if (key === '__proto__') throw new Refused('the key __proto__ is not allowed');
			if (Object.hasOwn(object, key)) throw new Refused('a key appears twice');
			if (!this.#skip(':')) throw new Refused('expected a colon');
			object[key] = this.#value(depth + 1);
		} while (this.#skip(','));
		if (!this.#skip('}')) throw new Refused('expected a comma or }');
		return object;
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
		let value = this.#plain();
		while (this.#text.charCodeAt(this.#at) === BACKSLASH) value += this.#escape() + this.#plain();
		if (this.#text[this.#at] !== '"') throw new Refused('a string is not closed or holds a control character');
		this.#at++;
		if (value.length > this.#longest) throw new Refused(`a string of more than ${this.#longest} characters`);
		if (LONE_SURROGATE.test(value)) throw new Refused('a lone surrogate');
		return value;
	}

	// A run of characters that need no decoding: by far the most of any string.
	#plain(): string {
		const from = this.#at;
		for (;;) {
			const unit = this.#text.charCodeAt(this.#at);
			// NaN, at the end of the text, is not 0x20 or more either.
			if (!(unit >= 0x20) || unit === QUOTE || unit === BACKSLASH) return this.#text.slice(from, this.#at);
			this.#at++;
		}
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
		const rest = this.#text.slice(this.#at, this.#at + MAX_NUMBER_LENGTH + 1);
		NUMBER.lastIndex = 0;
		const text = NUMBER.exec(rest)?.[0] ?? '';
		if (text === '') throw new Refused('expected a value');
		const value = Number(text);
		const exact = !Number.isInteger(value) || Number.isSafeInteger(value);
		const cut = NUMBER_PART.test(rest[text.length] ?? '');
		if (cut || text.length > MAX_NUMBER_LENGTH || !Number.isFinite(value) || !exact || Object.is(value, -0)) {
			throw new Refused('a number outside the range that is exact everywhere');
		}
		this.#at += text.length;
		return value;
	}

	#word<Value extends Json>(word: string, value: Value): Value {
		if (!this.#text.startsWith(word, this.#at)) throw new Refused('expected a value');
		this.#at += word.length;
		return value;
	}

	#skip(character: string): boolean {
		this.#space();
		if (this.#text[this.#at] !== character) return false;
		this.#at++;
		return true;
	}

	#space(): void {
		while (SPACES.has(this.#text[this.#at] ?? '')) this.#at++;
	}
}
