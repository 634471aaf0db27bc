import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { HostProfile } from '../../../contract/host.ts';
import type { Plan } from '../../../contract/plan.ts';
import type { Product } from '../../../contract/product.ts';
import type { ManifestProblem } from '../../../contract/suite.ts';
import { openSuites, type SuitesOptions } from '../../../engine/suites/index.ts';
import { sampleHost } from './sample-host.ts';

export const HEAD = `schema: shipei.suite/1
id: demo
version: 1.0.0
title: {zh: 演示, en: Demo}
category: os
`;

export const ONE_CASE = `cases:
  - id: one
    title: {zh: 一, en: One}
    steps:
      - run: [echo, hello]
`;

interface MakePlan {
	readonly params?: Readonly<Record<string, unknown>>;
	readonly host?: HostProfile;
	readonly product?: Product | null;
	readonly only?: readonly string[];
}

/** A folder of suites that exists as long as a test. */
export class SuiteFolder implements Disposable {
	readonly directory = mkdtempSync(join(tmpdir(), 'shipei-suites-'));

	/** Writes `demo/suite.yaml` (or another file of the suite). */
	write(text: string, file = 'demo/suite.yaml'): this {
		const path = join(this.directory, file);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
		return this;
	}

	open(options: Partial<SuitesOptions> = {}) {
		return openSuites({ directories: [{ directory: this.directory, origin: 'lab' }], ...options });
	}

	problems(): ManifestProblem[] {
		return this.open().check(this.directory).problems;
	}

	plan(request: MakePlan = {}, options: Partial<SuitesOptions> = {}): Promise<Plan> {
		const { params = {}, host = sampleHost(), product = null, only } = request;
		return this.open(options).plan({ suites: ['demo'], params, host, product, only });
	}

	[Symbol.dispose](): void {
		rmSync(this.directory, { recursive: true, force: true });
	}
}

/** A suite with this text after its head. */
export function suiteOf(rest: string): SuiteFolder {
	return new SuiteFolder().write(HEAD + rest);
}

/** "line:column path: expected | found" of every error and warning. */
export function shortly({ line, column, path, expected, found, severity }: ManifestProblem): string {
	return `${severity === 'warning' ? 'warning ' : ''}${line}:${column} ${path}: ${expected.en} | ${found}`;
}
