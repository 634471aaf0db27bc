import type { HostProfile } from '../../../contract/host.ts';
import { firstKnown } from '../field.ts';
import type { Source } from '../source/source.ts';
import { detectCaches } from './caches.ts';
import { claimsOf } from './claims.ts';
import type { CpuEvidence } from './cpu-evidence.ts';
import { detectFeatures } from './features.ts';
import { detectFrequency, readPolicies } from './frequency.ts';
import { identify } from './identify.ts';
import { detectIsa, isaOfModel } from './isa.ts';
import { detectClusters, detectMicroarchitecture } from './microarchitecture.ts';
import { countOfWholeMachine, detectTopology } from './topology.ts';

/** Judges what was read. `virtual`: the machine is a guest, so its CPU's name is what the host chose to show. */
export async function detectCpu(source: Source, read: CpuEvidence, virtual: boolean): Promise<HostProfile['cpu']> {
	const { claims, midrs } = claimsOf(read);
	const policies = await readPolicies(source);
	const { vendorId, vendorName, model } = identify(claims, midrs, countOfWholeMachine(read), virtual);
	const isa = firstKnown(detectIsa(read, midrs), isaOfModel(vendorId, model));
	const topology = detectTopology(read, model.value, midrs, isa.value, virtual);
	const microarchitecture = detectMicroarchitecture(read, midrs, model);
	return {
		vendor: { id: vendorId, name: vendorName },
		model,
		microarchitecture,
		isa,
		...topology,
		clusters: detectClusters(read, midrs, policies, topology.threads, microarchitecture),
		caches: detectCaches(read),
		frequency: detectFrequency(read, policies),
		...detectFeatures(read),
	};
}
