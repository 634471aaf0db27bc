import { ShipeiError } from '../../contract/errors.ts';
import type { Field } from '../../contract/host/field.ts';
import { type HostProfile, hostProfileSchema } from '../../contract/host.ts';
import type { Store } from '../store/index.ts';

/**
 * A run states one machine, so only that machine may go on with it: data folders can be copied. What either side does not
 * know says nothing. Errors: run.other-machine with the first difference.
 */
export async function assertSameMachine(store: Store, run: string, detect: () => Promise<HostProfile>): Promise<void> {
	const { hostEvidence } = store.run(run);
	const { size } = store.knownEvidence(hostEvidence);
	const then = hostProfileSchema.parse(JSON.parse(Buffer.from(store.evidence.read(hostEvidence, 0, size)).toString()));
	const different = firstDifference(then, await detect());
	if (different !== null) throw new ShipeiError('run.other-machine', { run, ...different });
}

type Difference = { readonly field: string; readonly expected: string; readonly found: string };

/** The first fact in which two profiles cannot be of one machine; null when there is none. */
export function firstDifference(then: HostProfile, now: HostProfile): Difference | null {
	for (const [field, of] of LASTING) {
		const [before, here] = [of(then), of(now)];
		const certain = before.confidence === 'certain' && here.confidence === 'certain';
		if (certain && before.value !== here.value)
			return { field, expected: String(before.value), found: String(here.value) };
	}
	const [expected, found] = [addresses(then), addresses(now)];
	const strange = expected.length > 0 && found.length > 0 && !expected.some((address) => found.includes(address));
	return strange ? { field: 'network.mac', expected: expected.join(' '), found: found.join(' ') } : null;
}

// What neither a restart nor an update of packages changes. Only what is certain on both sides: root sees more than a user.
const LASTING: readonly [string, (profile: HostProfile) => Field<string>][] = [
	['cpu.isa', ({ cpu }) => cpu.isa],
	['cpu.vendor', ({ cpu }) => cpu.vendor.id],
	['cpu.model', ({ cpu }) => cpu.model],
	['board.serial', ({ board }) => board.boardSerial],
	['os.id', ({ os }) => os.id],
];

// One that stays is enough: adapters are exchanged, and virtual ones come and go.
function addresses({ network }: HostProfile): string[] {
	return network.interfaces.flatMap(({ mac, virtual }) => (virtual || mac.value === null ? [] : [mac.value]));
}
