import { useText } from '../../texts/use-text.ts';

const SHAPE = { certain: '●●●', likely: '●●○', guess: '●○○', conflict: '≠', none: '○○○' } as const;

/** How sure a value is: dots and a word. */
export function ConfidenceChip({ confidence }: { confidence: keyof typeof SHAPE }) {
	const { t } = useText();
	return (
		<span className={`chip confidence-${confidence}`}>
			<span aria-hidden="true" className="confidence-shape">
				{SHAPE[confidence]}
			</span>
			{t(`host.confidence.${confidence}`)}
		</span>
	);
}
