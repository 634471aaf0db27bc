// Lines of the kernel's log since the start that tell of a fault.
import { spawnSync } from 'node:child_process';
import { answer, root, text, unsupported } from './machine.mjs';

const FAULTS = [
	['machine-check', /\[hardware error\]|machine check|\bmce: .*(?:error|bank)/iu],
	['memory', /EDAC .*\b(?:CE|UE)\b|uncorrected (?:memory )?error|memory failure:/iu],
	[
		'disk',
		/I\/O error|critical (?:medium|target) error|ata\d+.*failed command|nvme.*(?:timeout, aborting|controller is down)/iu,
	],
	['filesystem', /(?:EXT4|XFS|BTRFS)[^\n]*(?:error|corruption)/iu],
	['hang', /blocked for more than \d+ seconds|soft lockup|hard LOCKUP|rcu.*(?:self-)?detected stall/iu],
	['kernel', /\bOops\b|\bBUG: |kernel panic|general protection fault/iu],
	['pcie', /(?:AER|PCIe Bus Error)[^\n]*(?:severity=Uncorrect|fatal)/iu],
	['segfault', /\bsegfault at\b|unhandled signal 11/iu],
];
const allowed = process.argv.slice(2).map((pattern) => new RegExp(pattern, 'u'));

const lines = (root === '/' ? readLog() : (text('/kernel.log') ?? unsupported('no kernel.log'))).split('\n');
const faults = lines.flatMap((line) => {
	const kind = FAULTS.find(([, pattern]) => pattern.test(line))?.[0];
	return kind === undefined || allowed.some((pattern) => pattern.test(line))
		? []
		: [{ kind, line: line.slice(0, 300) }];
});
answer({ lines: lines.length, faults: faults.slice(0, 50), faultCount: faults.length });

/** Where the log is open to users: dmesg, else the journal. A log that is empty was hidden, not clean. */
function readLog() {
	for (const [command, ...args] of [
		['dmesg'],
		['journalctl', '-k', '-b', '-q', '--no-pager', '-o', 'short-monotonic'],
	]) {
		const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
		if (status === 0 && stdout.trim() !== '') return stdout;
	}
	return unsupported(
		'the kernel log cannot be read by this user (kernel.dmesg_restrict; join the group adm or systemd-journal)',
	);
}
