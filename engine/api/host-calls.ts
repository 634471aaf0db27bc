import { tmpdir } from 'node:os';
import { ShipeiError } from '../../contract/errors.ts';
import { type HostProfile, hostProfileSchema } from '../../contract/host.ts';
import type { Handlers } from '../../contract/methods.ts';
import type { Store } from '../store/index.ts';
import { fieldAt } from './host-field.ts';

/** Calls that need no data folder. */
type StatelessCalls = Pick<Handlers, 'host.detect' | 'host.snapshot' | 'host.hbom' | 'host.noise'>;
type StoredCalls = Pick<
	Handlers,
	'host.detect' | 'host.current' | 'host.list' | 'host.show' | 'host.correct' | 'host.corrections'
>;

export function statelessHostCalls(
	parts: { readonly onProbe?: (probe: HostProfile['probes'][number]) => void } = {},
): StatelessCalls {
	const detect = async (snapshot: string | undefined) => {
		const { detectHost } = await import('../host/index.ts');
		return detectHost({
			...(snapshot !== undefined && { snapshot }),
			...(parts.onProbe !== undefined && { onProbe: parts.onProbe }),
		});
	};
	return {
		'host.detect': ({ snapshot }) => detect(snapshot),
		async 'host.snapshot'({ out, unmasked }) {
			const { takeSnapshot } = await import('../host/index.ts');
			return takeSnapshot({ out, unmasked });
		},
		async 'host.noise'() {
			const { inspectNoise, linuxProbe, systemClock } = await import('../run/index.ts');
			return inspectNoise(linuxProbe({ scratch: tmpdir(), virt: null }), systemClock);
		},
		async 'host.hbom'({ snapshot }) {
			const { hbomOf, maskProfile } = await import('../host/index.ts');
			return hbomOf(maskProfile(await detect(snapshot)));
		},
	};
}

export function storedHostCalls(store: Store, stateless: StatelessCalls): StoredCalls {
	return {
		async 'host.detect'(input) {
			const profile = await stateless['host.detect'](input);
			if (input.record && input.snapshot === undefined) recordProfile(store, profile);
			return profile;
		},
		'host.current': () => {
			const [newest] = store.hosts();
			return newest === undefined ? null : { profile: readProfile(store, newest.evidence), ...newest };
		},
		'host.list': () => store.hosts().map((entry) => ({ ...entry, title: titleOf(readProfile(store, entry.evidence)) })),
		'host.show': ({ evidence }) => shownProfile(store, evidence),
		'host.correct'(correction) {
			const profile = shownProfile(store, correction.profile);
			const found = fieldAt(profile, correction.field);
			if (found === null) throw new ShipeiError('host.no-field', { field: correction.field });
			const kept = { ...correction, detected: found.value };
			const [stored] = store.append({ type: 'host.corrected', ...kept });
			return { ...kept, on: stored?.at ?? '' };
		},
		'host.corrections': () =>
			store
				.factsOfType(null, 'host.corrected')
				.map(({ fact: { type: _type, ...correction }, at }) => ({ ...correction, on: at })),
	};
}

function shownProfile(store: Store, evidence: string): HostProfile {
	if (!store.hosts().some((entry) => entry.evidence === evidence)) throw new ShipeiError('store.no-host', { evidence });
	return readProfile(store, evidence);
}

/** Keeps a profile as evidence and says so; answers the evidence. */
export function recordProfile(store: Store, profile: HostProfile) {
	const bytes = Buffer.from(`${JSON.stringify(profile, null, 1)}\n`);
	const evidence = store.keepEvidence(
		{ name: 'host.json', mediaType: 'application/json', role: 'inventory' },
		{ bytes },
	);
	store.append({ type: 'host.detected', evidence, origin: profile.origin });
	return evidence;
}

export function readProfile(store: Store, sha256: string): HostProfile {
	const bytes = store.evidence.read(sha256, 0, store.evidence.sizeOf(sha256));
	return hostProfileSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}

function titleOf(profile: HostProfile): string {
	const parts = [
		profile.cpu.vendor.name.value,
		profile.cpu.model.value,
		profile.os.name.value,
		profile.os.version.value,
	];
	return parts.filter((part) => part !== null).join(' ');
}
