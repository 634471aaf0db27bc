import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { defineBackUpVerb } from './backup.ts';
import { defineBundleVerbs } from './bundle.ts';
import { defineHostVerbs } from './host.ts';
import { defineKeyVerbs } from './key.ts';
import { defineLaterVerbs } from './later.ts';
import { defineProductVerbs } from './product.ts';
import { defineQuickstartVerb } from './quickstart.ts';
import { defineReportVerbs } from './report.ts';
import { defineRunVerb } from './run.ts';
import { defineRunsVerbs } from './runs.ts';
import { defineServeVerb } from './serve.ts';
import { defineSuiteVerbs } from './suite.ts';
import { defineTrustVerbs } from './trust.ts';

/** Every verb of the CLI, in the order of `--help`. */
export function defineVerbs(program: Command, cli: Cli): void {
	defineQuickstartVerb(program, cli);
	defineHostVerbs(program, cli);
	defineSuiteVerbs(program, cli);
	defineProductVerbs(program, cli);
	defineRunVerb(program, cli);
	defineRunsVerbs(program, cli);
	defineKeyVerbs(program, cli);
	defineReportVerbs(program, cli);
	defineBundleVerbs(program, cli);
	defineTrustVerbs(program, cli);
	defineBackUpVerb(program, cli);
	defineLaterVerbs(program, cli);
	defineServeVerb(program, cli);
}
