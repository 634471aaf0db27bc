import { spawnSync } from 'node:child_process';

/** Whether the machine has an openssl that knows SM2; tests against it say so in their title when it does not. */
export const hasOpenssl = run(['list', '-public-key-algorithms']).out.includes('SM2');

/** Runs openssl; `ok` is whether it ended with 0. */
export function openssl(cwd: string, ...args: string[]): { ok: boolean; out: string } {
	return run(args, cwd);
}

function run(args: string[], cwd = '.'): { ok: boolean; out: string } {
	const ended = spawnSync('openssl', args, { cwd, encoding: 'utf8', timeout: 300_000 });
	return { ok: ended.status === 0, out: `${ended.stdout ?? ''}${ended.stderr ?? ''}` };
}
