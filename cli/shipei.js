#!/usr/bin/env node
// Plain JavaScript on purpose: it must start on any Node, say so when that one is too old, and answer --version fast.
import { readFileSync } from 'node:fs';

const arguments_ = process.argv.slice(2);
if (arguments_.length === 1 && (arguments_[0] === '--version' || arguments_[0] === '-V')) {
	const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
	process.stdout.write(`${manifest.version}\n`);
} else if (Number(process.versions.node.split('.')[0]) < 24) {
	process.stderr.write(
		`shipei needs Node 24 or newer, this is ${process.version}. From a checkout use: npm run -s shipei -- …\n` +
			`shipei 需要 Node 24 或更新版本，当前为 ${process.version}。在代码目录中请使用：npm run -s shipei -- …\n`,
	);
	process.exitCode = 3;
} else {
	const { enableCompileCache } = await import('node:module');
	enableCompileCache();
	const { main } = await import('./main.ts');
	process.exitCode = await main(arguments_);
}
