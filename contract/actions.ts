import { z } from 'zod';
import { type Text, textSchema } from './text.ts';

const port = z.int().min(1).max(65535);
const seconds = z.number().positive().max(86_400);
const files = z.array(z.string().min(1)).min(1);

/** One built-in action: what a suite writes under `with`, and what the dry run says it does. */
export interface ActionEntry<With extends z.core.$ZodType = z.core.$ZodType> {
	readonly title: Text;
	readonly with: With;
}

function action<With extends z.core.$ZodType>(title: Text, schema: With): ActionEntry<With> {
	return { title, with: schema };
}

/**
 * Every action that `action:` of a step may name: the closed list, shared by the manifest language (which checks `with`)
 * and the runner (which carries it out). None of them changes the machine.
 */
export const ACTIONS = {
	'logs.collect': action(
		{ zh: '收集日志作为证据', en: 'collect logs as evidence' },
		z.strictObject({
			/** systemd units. */
			units: z.array(z.string()).optional(),
			/** Files; `*` matches within one folder. */
			files: z.array(z.string()).optional(),
			kernel: z.boolean().optional(),
			/** Only the last so many bytes of each. Default 1 MiB. */
			bytes: z.int().positive().optional(),
		}),
	),
	'elf.audit': action(
		{ zh: '静态检查 ELF 文件（不执行）', en: 'inspect ELF files without executing them' },
		z.strictObject({
			/** Files, patterns and folders; unless given, what the packages of the product put on this machine. */
			files: files.optional(),
			/** Highest GLIBC_ version the files may ask for. */
			glibcMax: z.string().optional(),
			/** Instruction set as in host.cpu.isa; every file must be of it. */
			isa: z.string().optional(),
			/** Smallest alignment of loadable segments, bytes. */
			pageSize: z.int().positive().optional(),
			/** Every NEEDED library must be found below these folders or in the loader's cache. */
			libraries: z.array(z.string()).optional(),
		}),
	),
	'wait.port': action(
		{ zh: '等待端口可连接', en: 'wait until a port accepts connections' },
		z.strictObject({ port, host: z.string().default('127.0.0.1'), seconds }),
	),
	'wait.http': action(
		{ zh: '等待 HTTP 应答', en: 'wait for an HTTP answer' },
		z.strictObject({
			url: z.url({ protocol: /^https?$/u }),
			status: z.int().min(100).max(599).default(200),
			contains: z.string().optional(),
			seconds,
		}),
	),
	'process.alive': action(
		{ zh: '检查进程存活', en: 'check that a process is alive' },
		z
			.strictObject({
				/** Name of the command as in /proc/PID/comm; a zombie does not count. */
				name: z.string().min(1).optional(),
				pidFile: z.string().min(1).optional(),
				/** How long it must stay alive from now on. Default 0. */
				seconds: z.number().nonnegative().max(86_400).default(0),
			})
			.refine((value) => (value.name === undefined) !== (value.pidFile === undefined), {
				error: 'expected either name or pidFile',
			}),
	),
	'process.gone': action(
		{ zh: '检查进程已退出', en: 'check that a process is gone' },
		z
			.strictObject({ name: z.string().min(1).optional(), pidFile: z.string().min(1).optional(), seconds })
			.refine((value) => (value.name === undefined) !== (value.pidFile === undefined), {
				error: 'expected either name or pidFile',
			}),
	),
	'file.digest': action(
		{ zh: '核对文件摘要', en: 'compare the digests of files' },
		z.strictObject({
			files: z.record(z.string().min(1), z.string().regex(/^[0-9a-f]{64}$/u)),
			algorithm: z.enum(['sha256', 'sm3']).default('sha256'),
		}),
	),
	'host.assert': action(
		{ zh: '核对检测到的主机信息', en: 'check what was detected on the host' },
		z.strictObject({
			/** CEL over host, product, params, tools, matrix and each; true is a pass. */
			expression: z.string().min(1),
			/** What a person reads when it is not so. */
			otherwise: z.strictObject({ code: z.string().optional(), text: textSchema }).optional(),
			/** What an undetected value means: skipped{unsupported} (default) or failed. */
			unknown: z.enum(['skip', 'fail']).default('skip'),
			/** Filled in by the plan: the values of everything but `host`. */
			scope: z.record(z.string(), z.unknown()).optional(),
		}),
	),
} as const satisfies Record<string, ActionEntry>;

export type ActionName = keyof typeof ACTIONS;
export type ActionWith<Name extends ActionName> = z.output<(typeof ACTIONS)[Name]['with']>;
