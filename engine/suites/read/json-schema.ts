import { z } from 'zod';
import { manifestSchema } from '../manifest/suite.ts';

/** The manifest's form as JSON Schema (draft 2020-12), for editors to complete and check from. */
export function manifestJsonSchema(): unknown {
	const schema = z.toJSONSchema(manifestSchema, { io: 'input', reused: 'ref', target: 'draft-2020-12' });
	return {
		...schema,
		title: 'shipei.suite/1',
		description: 'The manifest of a test suite; see docs/suite-authors-guide.md',
	};
}
