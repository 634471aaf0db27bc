import { type Language, type Text, textIn } from '../contract/text.ts';
import type { TrustState } from '../contract/trust.ts';
import { POLICIES, type Policy, type Verification } from '../contract/verification.ts';
import { trustFrom, verifyStream } from '../engine/bundle/portable.ts';
import { portablePrimitives } from '../engine/crypto/portable.ts';
import { answerView } from './page/answer-view.ts';
import { element } from './page/element.ts';
import { fileBytes } from './page/file-bytes.ts';
import './page/style.css';
import { POLICY_WORDS, WORDS } from './page/words.ts';

interface State {
	language: Language;
	file: File | undefined;
	trust: File | undefined;
	policy: Policy | undefined;
	answer: Verification | undefined;
	problem: string | undefined;
	/** 0 to 1 while a file is being verified. */
	progress: number | undefined;
}

const state: State = {
	language: navigator.language.startsWith('zh') ? 'zh' : 'en',
	file: undefined,
	trust: undefined,
	policy: undefined,
	answer: undefined,
	problem: undefined,
	progress: undefined,
};

// Numbers the verifications: an answer that was overtaken by another file is dropped.
let current = 0;

function start(): void {
	document.addEventListener('dragover', (event) => event.preventDefault());
	document.addEventListener('drop', (event) => {
		event.preventDefault();
		choose(event.dataTransfer?.files[0]);
	});
	draw();
}

function choose(file: File | undefined): void {
	if (file === undefined) return;
	state.file = file;
	void verify();
}

async function verify(): Promise<void> {
	const { file, policy } = state;
	if (file === undefined) return;
	const mine = ++current;
	Object.assign(state, { answer: undefined, problem: undefined, progress: 0 });
	draw();
	try {
		const trust = await trustState(state.trust);
		const source = fileBytes(file, (read) => showProgress(mine, read / file.size));
		const options = { primitives: portablePrimitives, now: new Date(), trust, policy };
		const { verification } = await verifyStream(source, options);
		if (mine === current) state.answer = verification;
	} catch (error) {
		if (mine === current) state.problem = error instanceof Error ? error.message : String(error);
	}
	if (mine !== current) return;
	state.progress = undefined;
	draw();
}

async function trustState(file: File | undefined): Promise<TrustState | undefined> {
	return file === undefined ? undefined : trustFrom(new Uint8Array(await file.arrayBuffer()), portablePrimitives);
}

function showProgress(mine: number, share: number): void {
	if (mine === current) document.querySelector('progress')?.setAttribute('value', String(share));
}

function draw(): void {
	const say = (text: Text) => textIn(text, state.language);
	document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en';
	document.title = `Shipei 适配台 · ${say(WORDS.title)}`;
	document
		.getElementById('page')
		?.replaceChildren(
			element('header', {}, element('h1', {}, `适配台 Shipei · ${say(WORDS.title)}`), languageButton(say)),
			element('p', { class: 'promise' }, say(WORDS.promise)),
			dropZone(say),
			element('div', { class: 'options' }, trustChooser(say), policyChooser(say)),
			...outcome(say),
		);
}

function outcome(say: (text: Text) => string): HTMLElement[] {
	if (state.progress !== undefined) {
		return [element('p', {}, say(WORDS.working)), element('progress', { max: '1', value: String(state.progress) })];
	}
	if (state.problem !== undefined) {
		return [element('p', { class: 'verdict invalid', role: 'alert' }, `${say(WORDS.broken)}: ${state.problem}`)];
	}
	return state.answer === undefined ? [] : [answerView(state.answer, state.file?.name ?? '', state.language)];
}

function dropZone(say: (text: Text) => string): HTMLElement {
	const input = element('input', { type: 'file', accept: '.xcr', id: 'file' }) as HTMLInputElement;
	input.addEventListener('change', () => choose(input.files?.[0]));
	return element('label', { class: 'drop', for: 'file' }, say(WORDS.drop), input);
}

function trustChooser(say: (text: Text) => string): HTMLElement {
	const input = element('input', { type: 'file', accept: '.json', id: 'trust' }) as HTMLInputElement;
	input.addEventListener('change', () => {
		state.trust = input.files?.[0];
		void verify();
	});
	const name = state.trust === undefined ? '' : ` · ${state.trust.name}`;
	return element('label', { class: 'choose', for: 'trust' }, `${say(WORDS.trust)}${name}`, input);
}

function policyChooser(say: (text: Text) => string): HTMLElement {
	const choices = POLICIES.map((policy) => element('option', { value: policy }, say(POLICY_WORDS[policy])));
	const select = element(
		'select',
		{ id: 'policy' },
		element('option', { value: '' }, say(WORDS.none)),
		...choices,
	) as HTMLSelectElement;
	select.value = state.policy ?? '';
	select.addEventListener('change', () => {
		state.policy = POLICIES.find((policy) => policy === select.value);
		void verify();
	});
	return element('label', {}, `${say(WORDS.policy)} `, select);
}

function languageButton(say: (text: Text) => string): HTMLElement {
	const button = element('button', { type: 'button', id: 'language' }, say(WORDS.other));
	button.addEventListener('click', () => {
		state.language = state.language === 'zh' ? 'en' : 'zh';
		draw();
	});
	return button;
}

start();
