import type { ManifestProblem } from '../../../contract/suite.ts';
import type { Text } from '../../../contract/text.ts';

/** Takes one finding about the value (or, with `key`, the key) at a path of the manifest. */
export type Report = (
	path: readonly PropertyKey[],
	expected: Text,
	found: string,
	options?: { readonly key?: boolean; readonly severity?: ManifestProblem['severity'] },
) => void;
