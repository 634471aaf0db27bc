import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CHUNK_BUDGETS, measureChunks } from './measure-chunks.ts';

const dist = join(import.meta.dirname, '../../renderer/dist');
const built = existsSync(join(dist, 'index.html'));

test.skipIf(!built)(
	`the built chunks stay within their budgets${built ? '' : ' (skipped: renderer/dist is not built, run npm run build)'}`,
	() => {
		const chunks = measureChunks(dist);
		for (const name of Object.keys(CHUNK_BUDGETS) as (keyof typeof CHUNK_BUDGETS)[]) {
			expect(chunks[name], name).toBeGreaterThan(1024);
			expect(chunks[name], name).toBeLessThanOrEqual(CHUNK_BUDGETS[name]);
		}
	},
);
