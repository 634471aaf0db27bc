import type { HostProfile } from '../../contract/host.ts';
import type { Language } from '../../contract/text.ts';
import { columns, pad } from '../terminal/table.ts';
import { type Group, hostGroups } from './host-groups.ts';
import { hostNotes } from './host-notes.ts';
import { HostWords, join } from './host-words.ts';

export interface PageStyle {
	/** Columns of the terminal. */
	readonly width: number;
	readonly colour: boolean;
}

/** The host for people: what it is in one line, then in groups, how sure we are where we are not, and what to mind. */
export function hostPage(profile: HostProfile, language: Language, style: PageStyle): string {
	const words = new HostWords(language);
	const groups = hostGroups(profile, words);
	const widthOf = (some: readonly Group[]) =>
		Math.max(...some.flatMap(({ rows }) => rows.map(([label]) => columns(label))));
	const labelWidth = widthOf(groups.filter((group) => !isOfNames(group)));
	const lines = groups.flatMap((group) => [
		paint(words.of(group.title), BOLD, style),
		...group.rows.flatMap(([label, value]) =>
			hang(`  ${pad(label, isOfNames(group) ? widthOf([group]) : labelWidth)}  `, value, style.width),
		),
		'',
	]);
	const notes = hostNotes(profile, language).flatMap((note) => hang('  ! ', note, style.width));
	if (notes.length > 0)
		lines.push(paint(words.of('notes'), BOLD, style), ...notes.map((line) => paint(line, YELLOW, style)), '');
	const headline = hang('', headlineOf(profile, words), style.width).map((line) => paint(line, BOLD, style));
	return `${[...headline, '', ...lines].join('\n').trimEnd()}\n`;
}

/** "Phytium 飞腾 D2000/8 · Kylin V10 SP1 2403 · UKUI": what somebody asks who only wants to know which machine it is. */
function headlineOf({ cpu, os, runtime, virtualisation }: HostProfile, words: HostWords): string {
	const processor = join([cpu.vendor.name.value, words.said(cpu.model)]) || words.of('unknownCpu');
	const release = os.name.value?.includes(os.release.value ?? ' ') === true ? null : os.release.value;
	const system = join([os.name.value ?? words.said(os.id), release]) || words.of('unknownOs');
	const kind =
		virtualisation.role === 'machine' || virtualisation.role === 'container' ? virtualisation.type.value : null;
	return join([processor, cpu.isa.value, system, runtime.desktop.value, kind], ' · ');
}

/** The names of products stand where other groups have labels, and are longer: they keep a column of their own. */
function isOfNames({ title }: Group): boolean {
	return title === 'databases' || title === 'middleware';
}

/** Breaks a value between its parts where it has some, else at blanks; the next lines stand below its first column. */
function hang(head: string, value: string, width: number): string[] {
	const room = Math.max(20, width - columns(head));
	const lines: string[] = [];
	let line = '';
	for (const piece of piecesOf(value, room)) {
		if (line !== '' && columns(line) + columns(piece.trimEnd()) > room) {
			lines.push(line.trimEnd());
			line = '';
		}
		line += piece;
	}
	lines.push(line.trimEnd());
	return lines.map((text, index) => (index === 0 ? head + text : ' '.repeat(columns(head)) + text));
}

function piecesOf(value: string, room: number): string[] {
	return value
		.split(/(?<= · |\S {2}(?=\S))/u)
		.flatMap((part) => (columns(part.trimEnd()) <= room ? [part] : part.split(/(?<=\s)|(?<=[，。：；）])/u)));
}

const BOLD = '1';
const YELLOW = '33';

function paint(text: string, code: string, style: PageStyle): string {
	return style.colour ? `\u001b[${code}m${text}\u001b[0m` : text;
}
