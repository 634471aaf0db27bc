// Completes package-lock.json after an install from a registry mirror that lacks the optional binaries of
// other platforms: npm then leaves them out of the lock file, and `npm ci` refuses it everywhere.
// Each missing one is named with the platform its name tells, so that npm passes over it here and fetches it there.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const OS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'aix', 'sunos', 'netbsd', 'openbsd'];
const CPU = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32', 'arm'];
let added = 0;

for (const parent of Object.values(lock.packages)) {
	for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
		const place = `node_modules/${name}`;
		if (Object.keys(lock.packages).some((key) => key === place || key.endsWith(`/${place}`))) continue;
		lock.packages[place] = missing(name, version, parent.dev === true);
		added += 1;
	}
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added} optional packages of other platforms added`);

function missing(name, version, dev) {
	const words = name.split(/[-/]/u);
	const os = words.find((word) => OS.includes(word));
	const cpu = words.find((word) => CPU.includes(word));
	if (os === undefined && cpu === undefined)
		throw new Error(`${name}@${version}: its name tells no platform; add it by hand`);
	const libc = words.includes('musl') ? ['musl'] : undefined;
	return {
		version,
		...(cpu && { cpu: [cpu] }),
		...(dev && { dev }),
		...(libc && { libc }),
		optional: true,
		...(os && { os: [os] }),
	};
}
