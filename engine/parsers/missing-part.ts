import type { Text } from '../../contract/text.ts';
import type { CapturedOutput } from './outcome.ts';
import { decodeOutput } from './output-text.ts';
import { type Decisive, decisive, shorten } from './reason.ts';

/** What a program lacked, as a clause for a sentence, and the line that says so. */
export interface MissingPart extends Decisive {
	readonly text: Required<Text>;
}

/**
 * What the shell or the loader said it did not find, when a step ended with a status that stands for that; null when
 * they said nothing of the kind. 126: found but cannot be executed; 127: not found (POSIX, 2.8.2; glibc's and musl's
 * loaders use it for libraries too); glibc ends with 1 over a missing symbol version. The last such line decides: steps
 * may survive earlier ones.
 */
export function missingPart(exitCode: number | null, stderr: CapturedOutput): MissingPart | null {
	const signs = exitCode === 126 || exitCode === 127 ? SIGNS : exitCode === 1 ? [SYMBOL_VERSION] : [];
	if (signs.length === 0) return null;
	const { text, byteAt } = decodeOutput(stderr.bytes);
	const found = signs
		.flatMap(({ pattern, say }) => [...text.matchAll(pattern)].map((match) => ({ match, say })))
		.reduce<Found | null>((last, one) => (last === null || one.match.index > last.match.index ? one : last), null);
	if (found === null) return null;
	const { match, say } = found;
	const names = match.slice(1).map((name = '') => shorten(name));
	return {
		text: say(names[0] ?? '', names[1] ?? ''),
		...decisive(stderr.evidence, byteAt(match.index), byteAt(match.index + match[0].length)),
	};
}

interface Sign {
	readonly pattern: RegExp;
	readonly say: (what: string, by: string) => Required<Text>;
}

interface Found {
	readonly match: RegExpExecArray;
	readonly say: Sign['say'];
}

const library = (name: string) => ({ zh: `找不到动态库 ${name}`, en: `the shared library ${name} was not found` });
const program = (name: string) => ({ zh: `找不到程序 ${name}`, en: `the program ${name} was not found` });

/** `…/libc.so.6: version `GLIBC_2.34' not found (required by ./app)`. */
const SYMBOL_VERSION: Sign = {
	pattern: /version [`'‘]([\w.]+)['’] not found(?: \(required by ([^)\n]+)\))?/gu,
	say: (version, by) => ({
		zh: `系统的库没有版本 ${version}${by === '' ? '' : `（${by} 需要）`}`,
		en: `the system’s library has no version ${version}${by === '' ? '' : ` (needed by ${by})`}`,
	}),
};

const SIGNS: readonly Sign[] = [
	SYMBOL_VERSION,
	// glibc: "app: error while loading shared libraries: libssl.so.1.1: cannot open shared object file: No such …"
	{ pattern: /([^\s:]+): cannot open shared object file/gu, say: library },
	// musl: "Error loading shared library libssl.so.1.1: No such file or directory (needed by ./app)"
	{ pattern: /Error loading shared library ([^\s:]+):/gu, say: library },
	// bash: "line 1: foo: command not found"; dash: "sh: 1: foo: not found"; zsh: "command not found: foo"
	{ pattern: /([^\s:]+): (?:command )?not found$/gmu, say: program },
	{ pattern: /command not found: (\S+)$/gmu, say: program },
	// env: "env: ‘python3’: No such file or directory"; bash: "./x: /usr/bin/python2: bad interpreter: No such …"
	{ pattern: /env: [‘'"]?([^\s‘’'":]+)[’'"]?: No such file or directory/gu, say: program },
	{ pattern: /([^\s:]+): bad interpreter/gu, say: program },
	// bash: "line 1: /opt/app/bin/app: No such file or directory" (of the program itself)
	{ pattern: /line \d+: (\/[^\s:]+): No such file or directory$/gmu, say: program },
	{
		pattern: /([^\s:]+): (?:cannot execute binary file|cannot execute: required file not found|Exec format error)/gu,
		say: (name) => ({
			zh: `${name} 不能在本机执行（指令集或装载器不符）`,
			en: `${name} cannot be executed here (other instruction set or loader)`,
		}),
	},
	{
		pattern: /([^\s:]+): Permission denied$/gmu,
		say: (name) => ({ zh: `${name} 没有执行权限`, en: `${name} may not be executed` }),
	},
];
