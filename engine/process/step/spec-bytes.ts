import type { StepRequest } from './step.ts';

/** The request as the supervisor reads it: a little-endian length, then NUL-terminated "name=value" strings. */
export function specBytes(request: StepRequest): Buffer {
	const { limits } = request;
	const fields: [string, string | number | null | undefined][] = [
		['cwd', request.cwd],
		['stdin', request.stdin],
		['stdout', request.stdout],
		['stderr', request.stderr],
		['cgroup', request.cgroup],
		['keep', request.keep ? 1 : 0],
		['head', request.headBytes],
		['tail', request.tailBytes],
		['deadline', request.deadlineMs],
		['grace', request.graceMs],
		['strayGrace', request.strayGraceMs],
		['memory', limits.memoryBytes],
		['processes', limits.processes],
		['fileBytes', limits.fileBytes],
		['openFiles', limits.openFiles],
	];
	const entries = [
		...request.argv.map((value) => `arg=${value}`),
		...Object.entries(stepEnvironment(request)).map(([name, value]) => `env=${name}=${value}`),
		...fields.flatMap(([name, value]) =>
			value === undefined || value === null ? [] : [`${name}=${typeof value === 'number' ? Math.ceil(value) : value}`],
		),
	];
	const body = Buffer.from(entries.map((entry) => `${entry}\0`).join(''));
	const length = Buffer.alloc(4);
	length.writeUInt32LE(body.length);
	return Buffer.concat([length, body]);
}

/** With the mark by which leftovers are found. */
export function stepEnvironment(request: StepRequest): Record<string, string> {
	return { ...request.env, SHIPEI_STEP: request.token };
}

/** A NUL inside an argument cannot be passed to any program: it would silently become another argument. */
export function holdsNul(request: StepRequest): boolean {
	const texts = [...request.argv, request.cwd, ...Object.entries(request.env).flat()];
	return texts.some((text) => text.includes('\0'));
}
