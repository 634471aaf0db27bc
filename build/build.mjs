// `npm run build`: the page of the app and the page that verifies a bundle, into renderer/dist and verifier/dist.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const onlyMissing = process.argv.includes('--if-missing');
for (const folder of ['renderer', 'verifier']) {
	if (onlyMissing && existsSync(`${folder}/dist/index.html`)) continue;
	const built = spawnSync(
		'node_modules/.bin/vite',
		['build', '--logLevel', 'warn', '--config', `${folder}/vite.config.ts`, folder],
		{ stdio: ['ignore', 2, 2] },
	);
	if (built.status !== 0) {
		console.error(`${folder}: the build failed`);
		process.exit(1);
	}
}
