import { z } from 'zod';
import type { Text } from '../../../contract/text.ts';

/** What a person reads as "expected" when one of our own patterns does not match; the message in the schema is its key. */
export const EXPECTED = {
	'@id': {
		zh: '由小写字母、数字和连字符组成的标识，如 disk-verify',
		en: 'an id of small letters, digits and hyphens, such as disk-verify',
	},
	'@name': {
		zh: '以字母开头、由字母和数字组成的名称，如 launchSeconds',
		en: 'a name of letters and digits, such as launchSeconds',
	},
	'@version': { zh: '版本号，如 1.0.0', en: 'a version such as 1.0.0' },
	'@duration': { zh: '时长，如 500ms、10s、30m、2h 或 1h30m', en: 'a time such as 500ms, 10s, 30m, 2h or 1h30m' },
	'@sha256': { zh: '64 位小写十六进制 SHA-256', en: 'a SHA-256 of 64 small hexadecimal digits' },
	'@path': { zh: '套件目录内的相对路径', en: 'a path inside the folder of the suite' },
	'@comparison': { zh: '比较式，如 ">= 1000"', en: 'a comparison such as ">= 1000"' },
	'@expression': { zh: '数值或 ${…} 表达式', en: 'a value or an expression ${…}' },
	'@exit': { zh: '0 至 255 的退出码', en: 'an exit status from 0 to 255' },
	'@mode': { zh: '八进制权限，如 "0644"', en: 'permission bits in octal, such as "0644"' },
	'@one-step': {
		zh: 'run、script、action、manual、reboot 中恰好一项',
		en: 'exactly one of run, script, action, manual, reboot',
	},
	'@one-command': { zh: 'run、script 中恰好一项', en: 'exactly one of run, script' },
	'@one-parser': { zh: 'regex、json、csv、table、xml 中恰好一项', en: 'exactly one of regex, json, csv, table, xml' },
	'@bound': { zh: 'must 与 should 至少一项', en: 'must, should or both' },
	'@bench': { zh: '有 bench 的用例须有 measure', en: 'a case with bench needs measure' },
	'@root-reason': { zh: '说明为何需要 root 的 reason', en: 'a reason why root is needed' },
	'@text': { zh: 'zh 与 en 至少一项', en: 'zh, en or both' },
} as const satisfies Record<string, Text>;

export type ExpectedKey = keyof typeof EXPECTED;

const pattern = (regex: RegExp, key: ExpectedKey): z.ZodString => z.string().regex(regex, { error: key });

export const idSchema = pattern(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, '@id').max(60);
export const nameSchema = pattern(/^[A-Za-z][A-Za-z0-9_]*$/, '@name').max(60);
export const versionSchema = pattern(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/, '@version');
export const durationSchema = pattern(/^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/, '@duration').describe(
	'500ms, 10s, 30m, 2h, 1h30m',
);
export const sha256Schema = pattern(/^[0-9a-f]{64}$/, '@sha256');
/** Inside the suite's folder: not absolute, no `..`. */
export const insidePathSchema = pattern(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$)).+$/, '@path');
export const comparisonSchema = pattern(
	/^(?:>=|<=|>|<|==)\s*(?:-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|\$\{.+\})$/,
	'@comparison',
);
export const modeSchema = pattern(/^[0-7]{3,4}$/, '@mode');
/** CEL. */
export const expressionSchema = z.string().min(1).describe('CEL expression');
const inBraces = pattern(/^\$\{.+\}$/s, '@expression');
export const numberValueSchema = z.union([z.number(), inBraces], { error: '@expression' });
export const integerValueSchema = z.union([z.int(), inBraces], { error: '@expression' });

/** One text or both; the same as contract/text.ts, with our key as message. */
export const manifestTextSchema = z
	.strictObject({ zh: z.string().min(1).optional(), en: z.string().min(1).optional() })
	.refine((text) => text.zh !== undefined || text.en !== undefined, { error: '@text' });
