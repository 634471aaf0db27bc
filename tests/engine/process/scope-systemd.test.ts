import { describe, expect, it } from 'vitest';
import { program, request, SUPERVISOR, scratch, textOf } from './step-test.ts';
import { hasUserManager, underManagers } from './user-manager.ts';

using probe = scratch();
const there = hasUserManager(probe.path);

describe.skipIf(!there)(`A scope of a real user manager${there ? '' : ' (no user manager can run here)'}`, () => {
	it('holds the step and nothing is left of it at its deadline', () => {
		using folder = scratch();
		const asked = request(folder.path, ['sh', '-c', 'cat /proc/self/cgroup; exec sleep 300'], {
			deadlineMs: 300,
			scopeTasks: 99,
		});
		const call = [process.execPath, program('start-step.mjs'), SUPERVISOR, JSON.stringify(asked)];
		const quoted = call.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
		const ran = underManagers(folder.path, `${quoted} && systemctl --user list-units --no-legend 'run-*.scope'`);
		expect(ran.status, ran.stderr).toBe(0);
		expect(textOf(asked.stdout)).toMatch(/app\.slice\/run-\w+\.scope$/mu);
		expect(ran.stdout).not.toContain('.scope');
	});
});
