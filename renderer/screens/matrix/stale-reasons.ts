import type { HostProfile } from '../../../contract/host.ts';
import type { Product } from '../../../contract/product.ts';
import type { Verification } from '../../../contract/verification.ts';
import { kernelAbi } from './kernel-abi.ts';

export const STALE_DAYS = 365;

/** Why a signed result should be got anew. */
export type StaleReason =
	| { readonly why: 'age'; readonly days: number }
	/** The same name and version is here with other packages. */
	| { readonly why: 'product' }
	| { readonly why: 'kernel' | 'suite'; readonly what: string; readonly was: string; readonly is: string }
	| { readonly why: 'trust' };

/** What the results are held against: what is here today. */
export interface Present {
	/** Milliseconds since 1970. */
	readonly now: number;
	/** A result older than this many days is stale. */
	readonly staleDays: number;
	readonly products: readonly Pick<Product, 'id' | 'name' | 'version' | 'vendor' | 'category' | 'packages'>[];
	readonly suites: readonly { readonly id: string; readonly version: string }[];
	/** null: this machine was not detected. */
	readonly host: HostProfile | null;
}

type Summary = NonNullable<Verification['summary']>;

/** Everything that changed since a report was signed, as far as it can be told here; empty: it still holds. */
export function staleReasons(summary: Summary, verdict: Verification['verdict'], present: Present): StaleReason[] {
	return [
		...(verdict === 'refused' ? [{ why: 'trust' } as const] : []),
		...(hasOtherPackages(summary, present) ? [{ why: 'product' } as const] : []),
		...kernelChange(summary, present),
		...suiteChanges(summary, present),
		...(present.now - Date.parse(summary.finishedOn) > present.staleDays * 86_400_000
			? [{ why: 'age', days: present.staleDays } as const]
			: []),
	];
}

function hasOtherPackages({ product }: Summary, { products }: Present): boolean {
	if (product === null) return false;
	const here = products.filter(
		({ name, version, vendor }) => name === product.name && version === product.version && vendor === product.vendor,
	);
	const digests = here.flatMap(({ packages }) => packages.map(({ digest }) => digest.sha256));
	return digests.length > 0 && !digests.some((digest) => product.digests.includes(digest));
}

/** Only this machine's kernel is known, so only results of its own platform are held against it. */
function kernelChange({ platform }: Summary, { host }: Present): StaleReason[] {
	if (host === null || platform.kernel === null) return [];
	const is = host.runtime.kernel.value;
	const sameSystem =
		host.cpu.model.value === platform.cpuModel &&
		host.os.name.value === platform.osName &&
		versionOf(host) === platform.osVersion;
	if (!sameSystem || is === null || kernelAbi(is) === kernelAbi(platform.kernel)) return [];
	return [{ why: 'kernel', what: '', was: platform.kernel, is }];
}

/** As statements write it. */
export function versionOf({ os }: HostProfile): string | null {
	return [os.version.value, os.release.value].filter((part) => part !== null).join(' ') || null;
}

/** A new major version of a suite asks other questions; smaller ones only ask better. */
function suiteChanges({ suites }: Summary, { suites: here }: Present): StaleReason[] {
	return suites.flatMap(({ id, version }): StaleReason[] => {
		const now = here.find((suite) => suite.id === id)?.version;
		if (now === undefined || major(now) <= major(version)) return [];
		return [{ why: 'suite', what: id, was: version, is: now }];
	});
}

function major(version: string): number {
	return Number.parseInt(version, 10) || 0;
}
