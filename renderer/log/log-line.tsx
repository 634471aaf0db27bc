import { useState } from 'react';
import { useText } from '../texts/use-text.ts';
import { parseAnsi } from './ansi.ts';
import { lastState } from './last-state.ts';
import { LONGEST } from './line-rows.ts';
import './log.css';

/** One line of output with its colours; of a very long one no more is decoded and shown until somebody asks. */
export function LogLine(props: { bytes: Uint8Array; decode: (bytes: Uint8Array) => string; collapse: boolean }) {
	const { decode, collapse } = props;
	const bytes = collapse ? lastState(props.bytes) : props.bytes;
	const { t, format } = useText();
	const [whole, setWhole] = useState(false);
	const cut = !whole && bytes.length > LONGEST;
	const { spans, stripped } = parseAnsi(decode(cut ? bytes.subarray(0, LONGEST) : bytes));
	return (
		<span className="log-text">
			{spans.map((span, index) => (
				<span
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
					{t('log.whole', { size: format.bytes(bytes.length) })}
				</button>
			)}
		</span>
	);
}
