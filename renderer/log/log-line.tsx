import { useState } from 'react';
import { useText } from '../texts/use-text.ts';
import { parseAnsi } from './ansi.ts';
import './log.css';

const LONGEST = 10_000;

/** One line of output with its colours; very long ones are cut until somebody asks. */
export function LogLine({ text, marked = false }: { text: string; marked?: boolean }) {
	const { t } = useText();
	const [whole, setWhole] = useState(false);
	const cut = !whole && text.length > LONGEST;
	const { spans, stripped } = parseAnsi(cut ? text.slice(0, LONGEST) : text);
	return (
		<span className={marked ? 'log-text log-marked' : 'log-text'}>
			{spans.map((span, index) => (
				<span
					// biome-ignore lint/suspicious/noArrayIndexKey: spans of a line never move
					key={index}
					className={[
						span.colour === null ? '' : `ansi-${span.colour}`,
						span.background === null ? '' : `ansi-on-${span.background}`,
						span.bold ? 'ansi-bold' : '',
						span.underline ? 'ansi-underline' : '',
					]
						.filter((part) => part !== '')
						.join(' ')}
				>
					{span.text}
				</span>
			))}
			{stripped > 0 && <span className="log-stripped">{t('log.stripped', { count: stripped })}</span>}
			{cut && (
				<button type="button" className="plain chip" onClick={() => setWhole(true)}>
					{t('log.whole', { count: text.length })}
				</button>
			)}
		</span>
	);
}
