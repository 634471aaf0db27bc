import { z } from 'zod';
import type { ReportStatement } from '../../contract/report.ts';
import type { FoundServer } from '../../contract/report-result.ts';

/** Larger inventories are not ours. */
const LARGEST = 8 * 1024 * 1024;

/** As much of the inventory (CycloneDX, see engine/host/hbom) as names databases and middleware. */
const inventorySchema = z.object({
	components: z.array(
		z.object({
			name: z.string(),
			version: z.string().optional(),
			properties: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
		}),
	),
});
const kindSchema = z.templateLiteral([z.enum(['databases', 'middleware']), ':', z.enum(['running', 'installed'])]);

/** Databases and middleware on the tested machine, from the inventory in a verified file; null when it is not in there. */
export async function foundServers(file: string, statement: ReportStatement): Promise<FoundServer[] | null> {
	const { inventory } = statement.predicate.host;
	const sha256 = inventory?.digest.sha256;
	const entry = statement.predicate.evidence.find(({ digest }) => digest.sha256 === sha256);
	if (sha256 === undefined || entry === undefined || entry.withheld !== undefined || entry.size > LARGEST) return null;
	const { findBlobs } = await import('../bundle/index.ts');
	const chunks = await Array.fromAsync((await findBlobs(file)).open(sha256));
	return serversOf(Buffer.concat(chunks).toString('utf8'));
}

/** Those that an inventory names, sorted; null when it is none of ours. */
export function serversOf(inventory: string): FoundServer[] | null {
	const read = inventorySchema.safeParse(parsed(inventory));
	if (!read.success) return null;
	const found = read.data.components.flatMap(({ name, version = null, properties = [] }): FoundServer[] => {
		const kind = kindSchema.safeParse(properties.find((property) => property.name === 'shipei:kind')?.value);
		if (!kind.success) return [];
		const [group, state] = kind.data.split(':') as [FoundServer['kind'], string];
		return [{ kind: group, name, version, running: state === 'running' }];
	});
	return found.sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
}

function nameOf({ kind, name, version }: FoundServer): string {
	return `${kind} ${name} ${version ?? ''}`;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// The statement pins its bytes, so it was made like that: nothing can be read from it.
		return null;
	}
}
