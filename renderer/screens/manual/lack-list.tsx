import { useText } from '../../texts/use-text.ts';
import type { EvidenceKind, Lack } from './answer-draft.ts';

/** Says exactly what is missing before the answers can be saved. */
export function LackList({
	lacks,
	person,
	witness,
	kinds,
}: {
	lacks: readonly Lack[];
	person: boolean;
	witness: boolean;
	kinds: readonly EvidenceKind[];
}) {
	const { t, format } = useText();
	const names = format.list(kinds.map((kind) => t(`manual.kind.${kind}`)));
	const first = lacks[0];
	return (
		<span role="alert" className="status-failed">
			{!person && t('manual.personNeeded')}
			{!witness && ` ${t('manual.witnessNeeded')}`}
			{first !== undefined && ` ${textOf(first)}`}
		</span>
	);

	function textOf(lack: Lack): string {
		if (lack.what === 'verdict') return t('manual.needVerdict', { number: lack.number });
		if (lack.what === 'comment') return t('manual.needComment', { number: lack.number });
		return t('manual.needEvidence', { number: lack.number, kinds: names });
	}
}
