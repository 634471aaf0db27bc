import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../../keys/use-keys.ts';
import { useLive } from '../../live/live-feed.tsx';
import { useText } from '../../texts/use-text.ts';

/** The newest output of the running step. Follows the end until somebody scrolls up. */
export function LiveOutput({ run, caseKey }: { run: string; caseKey: string }) {
	const { t } = useText();
	const box = useRef<HTMLPreElement>(null);
	const [follow, setFollow] = useState(true);
	const text = useLive((state) => newest(state.output, `${run} ${caseKey} `));
	useKeys({ t: () => setFollow(true) });
	// Each new text moves the end.
	useEffect(() => {
		if (follow && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
	}, [text, follow]);
	return (
		<div>
			<div className="row spread">
				<h3>{t('run.output')}</h3>
				{!follow && (
					<button type="button" className="plain chip" onClick={() => setFollow(true)}>
						{t('run.follow')}
					</button>
				)}
			</div>
			<pre
				ref={box}
				className="block live-output"
				role="log"
				aria-live="off"
				aria-label={t('run.output')}
				tabIndex={0}
				translate="no"
				onScroll={(event) => {
					const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
					const atEnd = scrollHeight - scrollTop - clientHeight < 24;
					// Following scrolls too: without the question each text would be drawn twice.
					if (atEnd !== follow) setFollow(atEnd);
				}}
			>
				{text === '' ? t('run.noOutput') : text}
			</pre>
		</div>
	);
}

/** Steps write one after another: the last one that wrote is the one that runs. */
function newest(output: Readonly<Record<string, string>>, prefix: string): string {
	const key = Object.keys(output).findLast((name) => name.startsWith(prefix));
	const text = key === undefined ? '' : (output[key] ?? '');
	return text.split('\n').slice(-200).join('\n');
}
