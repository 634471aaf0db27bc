import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HostProfile } from '../../../contract/host.ts';
import type { CaseResult } from '../../../contract/run.ts';
import { assertHost, openSuites, suiteDigest } from '../../../engine/suites/index.ts';
import { Bench } from '../../engine/run/run-test.ts';
import { sampleHost } from '../../engine/suites/sample-host.ts';

const shipped = fileURLToPath(new URL('../../../test-suites', import.meta.url));
const suites = openSuites({ directories: [{ directory: shipped, origin: 'shipped' }] });

/** A recorded file tree of a machine, as far as a case looks at it. */
export class Tree implements Disposable {
	readonly root = mkdtempSync(join(tmpdir(), 'shipei-tree-'));

	constructor(files: Readonly<Record<string, string | number>>) {
		for (const [path, content] of Object.entries(files)) this.write(path, String(content));
	}

	write(path: string, content: string): void {
		const file = join(this.root, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, `${content}\n`);
	}

	link(path: string, target: string): void {
		mkdirSync(dirname(join(this.root, path)), { recursive: true });
		symlinkSync(target, join(this.root, path));
	}

	[Symbol.dispose](): void {
		rmSync(this.root, { recursive: true, force: true });
	}
}

export interface BaselineRequest {
	readonly params?: Readonly<Record<string, unknown>>;
	readonly host?: HostProfile;
	readonly only: string;
}

/** Plans and runs one case of host-baseline with the real runner, and answers its result. */
export async function runBaseline({ params = {}, host = sampleHost(), only }: BaselineRequest): Promise<CaseResult> {
	const quick = { seconds: 2, memoryMebibytes: 2, diskMebibytes: 2, ...params };
	const plan = await suites.plan({ suites: ['host-baseline'], params: quick, product: null, host, only: [only] });
	const planned = plan.cases.filter((entry) => entry.case === only);
	const first = planned[0];
	if (first === undefined) throw new Error(`${only} does not apply: ${plan.notApplicable[0]?.reason.en}`);
	using bench = new Bench({ assertHost, suiteDigest: async (directory) => suiteDigest(directory) });
	const { run, ended } = bench.start({ ...plan, cases: [{ ...first, needs: [], after: [] }] }, { host });
	await ended;
	return bench.store.case(run, first.key);
}
