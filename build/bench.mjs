// `npm run bench`: every speed that we promise, each as a ratio against a reference measured in the same run.
// Names after it choose some: npm run bench -- runner crypto
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const wanted = process.argv.slice(2);
const files = readdirSync('bench').filter(
	(file) => file.endsWith('.ts') && (wanted.length === 0 || wanted.some((name) => file.includes(name))),
);
let failed = 0;
for (const file of files.sort()) {
	console.log(`\n── ${file} ${'─'.repeat(Math.max(0, 70 - file.length))}`);
	const { status } = spawnSync(process.execPath, [`bench/${file}`], { stdio: 'inherit' });
	if (status !== 0) failed += 1;
}
console.log(`\n${files.length - failed} of ${files.length} benches met what they promise`);
process.exitCode = failed === 0 ? 0 : 1;
