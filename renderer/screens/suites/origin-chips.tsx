import type { SuiteOrigin } from '../../../contract/suite.ts';
import { kindText, signatureText } from '../../../contract/suite-origin.ts';
import { useText } from '../../texts/use-text.ts';

/** Where a suite comes from, and whether somebody vouches for it. */
export function OriginChips({ origin }: { origin: SuiteOrigin }) {
	const { say } = useText();
	return (
		<>
			<span className="chip" translate="no">
				{say(kindText(origin))}
			</span>
			{/* In a checkout nobody signs the suites that lie beside the code. */}
			{!(origin.kind === 'shipped' && origin.signature === 'unsigned') && (
				<span className={CHIPS[origin.signature]} translate="no">
					{say(signatureText(origin))}
				</span>
			)}
		</>
	);
}

const CHIPS: Readonly<Record<SuiteOrigin['signature'], string>> = {
	signed: 'chip chip-passed',
	untrusted: 'chip chip-warned',
	unsigned: 'chip',
	changed: 'chip chip-failed',
};
