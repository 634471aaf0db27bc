import type { PlannedCase } from './plan.ts';

/** A place in the network as the laboratory's list and a suite name it; no port stands for every port. */
export interface NetworkTarget {
	readonly host: string;
	readonly port: number | null;
}

/** The cases of a plan, or of a suite. */
export interface Reaching {
	readonly cases: readonly Pick<PlannedCase, 'network'>[];
}

/** Places outside this machine that cases say they reach, each once, as the suite wrote them. */
export function targetsOf({ cases }: Reaching): string[] {
	const named = cases.flatMap(({ network }) => (typeof network === 'object' ? network.lan : []));
	return [...new Set(named)];
}

/**
 * Those of them that the laboratory's list (setting network.targets) does not cover. What cannot be read as a target is
 * among them: nobody allowed it.
 */
export function foreignTargets(plan: Reaching, allowed: readonly string[]): string[] {
	const list = allowed.flatMap((text) => readTarget(text) ?? []);
	return targetsOf(plan).filter((text) => {
		const target = readTarget(text.replace(SCHEME, '').replace(/\/$/u, ''));
		return target === null || !(isHere(target) || list.some((entry) => covers(entry, target)));
	});
}

/** `host`, `host:port`, `[address]:port` or a bare IPv6 address, in one spelling; null when it is none of them. */
export function readTarget(text: string): NetworkTarget | null {
	const [, bracketed, plain, portText] = /^(?:\[([^\]]+)\]|([^[\]]*?))(?::(\d{1,5}))?$/u.exec(text.trim()) ?? [];
	const bare = plain !== undefined && readAddress6(text.trim());
	if (bare) return { host: bare, port: null };
	const host = bracketed === undefined ? readName(plain ?? '') : readAddress6(bracketed);
	const port = portText === undefined ? null : Number(portText);
	return host === null || port === 0 || (port ?? 1) > 65535 ? null : { host, port };
}

// Parameters of suites are often addresses; who is reached is the same.
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//iu;

function covers(entry: NetworkTarget, target: NetworkTarget): boolean {
	return entry.host === target.host && (entry.port === null || entry.port === target.port);
}

function isHere({ host }: NetworkTarget): boolean {
	return host === 'localhost' || /^127(?:\.\d+){3}$/u.test(host) || host === '0:0:0:0:0:0:0:1';
}

function readName(text: string): string | null {
	const name = text.toLowerCase().replace(/\.$/u, '');
	if (/^[\d.]+$/u.test(name)) return readAddress4(name);
	return /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?$/u.test(name) && !name.includes('..') ? name : null;
}

function readAddress4(text: string): string | null {
	const parts = text.split('.');
	return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/u.test(part) && Number(part) <= 255)
		? text
		: null;
}

function readAddress6(text: string): string | null {
	const [address = '', zone] = text.toLowerCase().split('%');
	const halves = address.split('::').map((half) => (half === '' ? [] : half.split(':')));
	const [head = [], tail = []] = halves;
	const left = 8 - head.length - tail.length;
	if (halves.length > 2 || (halves.length === 1 ? left !== 0 : left < 1)) return null;
	const groups = [...head, ...Array.from({ length: left }, () => '0'), ...tail];
	if (!groups.every((group) => /^[0-9a-f]{1,4}$/u.test(group))) return null;
	return (
		groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':') + (zone === undefined ? '' : `%${zone}`)
	);
}
