import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Input, type InputRef, Select } from 'antd';
import { useRef } from 'react';
import { useEngine } from '../../engine/engine-context.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { type Detection, ENCODINGS, type Encoding } from '../../log/encodings.ts';
import { useText } from '../../texts/use-text.ts';
import type { LogSearch } from './use-search.ts';

/** Search in the engine, encoding, wrapping, the bytes themselves. */
export function LogTools(props: {
	sha256: string;
	name: string;
	/** `line` counts in the whole file; null where it is not known. */
	detected: Detection;
	chosen: Encoding | 'auto';
	onChoose: (encoding: Encoding | 'auto') => void;
	wrap: boolean;
	onWrap: (wrap: boolean) => void;
	times: boolean;
	onTimes: (times: boolean) => void;
	search: LogSearch;
	/** Makes the address of the page lead to the line at hand. */
	onLink: () => void;
	onDecisive: (() => void) | undefined;
}) {
	const { t } = useText();
	const { shell } = useEngine();
	const { message } = App.useApp();
	const box = useRef<InputRef>(null);
	const { pattern, options, found, at, busy, listed, setPattern, setOption, setListed, start, step } = props.search;
	const name = nameOf(props.detected.encoding, t('log.hex'));
	const { line } = props.detected;
	const autoLabel = line === null ? t('log.auto', { encoding: name }) : t('log.autoLine', { encoding: name, line });
	useKeys({ 'Ctrl+F': () => box.current?.focus(), F3: () => step(1), 'Shift+F3': () => step(-1) });
	return (
		<div className="log-tools no-print" role="search">
			<div>
				<Input
					ref={box}
					style={{ width: 260 }}
					aria-label={t('log.search')}
					placeholder={t('log.search')}
					value={pattern}
					onChange={(event) => setPattern(event.target.value)}
					onPressEnter={(event) => (found === null ? start() : step(event.shiftKey ? -1 : 1))}
				/>
				{(
					[
						['log.regex', 'regex'],
						['log.case', 'caseSensitive'],
						['log.wholeWord', 'wholeWord'],
					] as const
				).map(([text, option]) => (
					<Checkbox key={text} checked={options[option]} onChange={(event) => setOption(option, event.target.checked)}>
						{t(text)}
					</Checkbox>
				))}
				<Button icon={<UpOutlined aria-hidden />} aria-label={t('log.previous')} onClick={() => step(-1)} />
				<Button icon={<DownOutlined aria-hidden />} aria-label={t('log.next')} loading={busy} onClick={() => step(1)} />
				<span role="status">
					{found !== null && found.hits.length === 0 && t('log.noHits')}
					{found !== null && found.hits.length > 0 && t('log.hits', { at: at + 1, total: found.hits.length })}
					{found?.more === true && ` ${t('log.hitsMore', { total: found.hits.length })}`}
				</span>
				{found !== null && found.hits.length > 0 && !listed && (
					<Button size="small" onClick={() => setListed(true)}>
						{t('log.hitsOpen')}
					</Button>
				)}
			</div>
			<div>
				{props.onDecisive !== undefined && <Button onClick={props.onDecisive}>{t('log.decisive')}</Button>}
				<Select
					aria-label={t('log.encoding')}
					value={props.chosen}
					style={{ minWidth: 150 }}
					options={[
						{ value: 'auto', label: autoLabel },
						...ENCODINGS.map((value) => ({ value, label: nameOf(value, t('log.hex')) })),
					]}
					onChange={props.onChoose}
				/>
				<Checkbox checked={props.wrap} onChange={(event) => props.onWrap(event.target.checked)}>
					{t('log.wrap')}
				</Checkbox>
				<Checkbox checked={props.times} onChange={(event) => props.onTimes(event.target.checked)}>
					{t('log.times')}
				</Checkbox>
				<Button
					onClick={() => {
						props.onLink();
						// The address changes in the same task; what is copied is the new one.
						setTimeout(
							() =>
								void navigator.clipboard
									.writeText(window.location.href)
									.then(() => message.success(t('log.linkCopied'))),
						);
					}}
				>
					{t('log.link')}
				</Button>
				<Button onClick={() => shell.saveEvidence(props.sha256, props.name)}>{t('log.download')}</Button>
			</div>
		</div>
	);
}

function nameOf(encoding: Encoding, hex: string): string {
	return encoding === 'hex' ? hex : encoding === 'latin1' ? 'Latin-1' : encoding.toUpperCase();
}
