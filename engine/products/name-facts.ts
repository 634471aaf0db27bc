import { architecture } from './package-facts.ts';

const ENDING = /\.(?:deb|rpm|appimage|jar|zip|tgz|txz|tbz2?|tar(?:\.\w+)?|run|bin|sh)$/iu;
const ARCHITECTURE =
	/[-_.](amd64|x86[-_]64|x64|i[36]86|arm64|aarch64|loong64|loongarch64|mips64el|sw[-_]?64|riscv64|all|noarch)$/iu;
const VERSION = /[-_]v?(\d+(?:[.\d]*)(?:[-+~.][\w.+~]+)?)$/iu;

/** What the name of a file suggests: "demo-1.2.3-linux-arm64.tar.gz". Never more than a suggestion. */
export function nameFacts(file: string): { name: string; version: string; arch: string } {
	let rest = file.replace(ENDING, '');
	const arch = ARCHITECTURE.exec(rest)?.[1] ?? '';
	if (arch !== '') rest = rest.slice(0, -arch.length - 1);
	rest = rest.replace(/[-_.](?:linux|gnu)$/iu, '');
	const version = VERSION.exec(rest);
	const name = version === null ? rest : rest.slice(0, version.index);
	return {
		name: name || file,
		version: version?.[1] ?? '',
		arch: arch === '' ? '' : architecture(arch.replace('-', '_')),
	};
}
