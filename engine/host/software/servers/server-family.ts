import type { Confidence, FieldEvidence } from '../../../../contract/host/field.ts';
import type { CommandText } from '../../parse/dmi-text.ts';
import type { Source } from '../../source/source.ts';

/** A server program that runs, or lies installed. */
export interface Sighting {
	/** Absolute path of the program (or script); only a bare name where it is not readable for us. */
	readonly program: string;
	/** How to call it again: the program itself, or its interpreter and the script. */
	readonly launcher: readonly string[];
	readonly args: readonly string[];
	/** The first argument as it stands: some servers write their port there. */
	readonly title?: string;
	readonly cwd: string | undefined;
	readonly pid: number | undefined;
	readonly ports: readonly number[];
	/** Another user's process: we saw its name, and took the program of that name. */
	readonly nameOnly?: true;
	/** The ports are known by their owner only, not by the process. */
	readonly portsOfOwner?: true;
	readonly unit: string | undefined;
	readonly container: string | undefined;
	readonly evidence: readonly FieldEvidence[];
}

export interface Judgement {
	/** null: it belongs to the family, and nothing settles which product of it. */
	readonly id: string | null;
	readonly name: string;
	readonly confidence: Confidence;
	readonly version?: { readonly value: string; readonly evidence: FieldEvidence } | undefined;
	readonly edition?: { readonly value: string; readonly evidence: FieldEvidence } | undefined;
	readonly evidence?: FieldEvidence | undefined;
}

export interface Settings {
	readonly dataDirectory?: { readonly value: string; readonly evidence: FieldEvidence } | undefined;
	/** As configured: for processes whose sockets we may not see. */
	readonly port?: { readonly value: number; readonly evidence: FieldEvidence } | undefined;
	readonly compatibilityMode?: { readonly value: string; readonly evidence: FieldEvidence } | undefined;
}

/** Programs of one name, which several products may share. */
export interface ServerFamily {
	readonly kind: 'database' | 'middleware';
	/** Tested against the program's base name. */
	readonly program: RegExp;
	/** Usual ports, the main one first. A port is a hint about a process, never a name for one. */
	readonly ports: readonly number[];
	/** Commands that print a version and change nothing. Not asked in containers: the program is another one there. */
	ask(sighting: Sighting): readonly (readonly string[])[];
	/** undefined: it is something else of the same name. */
	judge(sighting: Sighting, answers: readonly CommandText[]): Judgement | undefined;
	settings?(source: Source, sighting: Sighting): Promise<Settings>;
	/** Where the program lies when it is installed; `*` stands for one directory's name. */
	readonly installs: readonly string[];
}

export function directoryOf(sighting: Sighting): string {
	return sighting.program.slice(0, Math.max(0, sighting.program.lastIndexOf('/')));
}

/** Everything about a process that its owner chose: paths, arguments, unit. */
export function wordsOf(sighting: Sighting): string {
	return [sighting.program, ...sighting.args, sighting.cwd ?? '', sighting.unit ?? ''].join(' ');
}
