import type { Span } from './bounded-regex.ts';
import type { XmlElement } from './scan-xml.ts';

interface XmlStep {
	readonly name: string;
	readonly filter: { readonly index: number } | { readonly attribute: string; readonly value: string } | null;
}

export interface XmlPath {
	readonly steps: readonly XmlStep[];
	readonly attribute: string | null;
}

const STEP = /^([^[\]@/]+)(?:\[(?:(\d+)|@([^=\]]+)=(?:'([^']*)'|"([^"]*)"))\])?$/u;

/** Reads `suite/case[2]/time`, `results/result[@name='copy']/@value`, `suite@tests`. null when it is none. */
export function parseXmlPath(path: string): XmlPath | null {
	const [elements = '', attribute, ...more] = splitAttribute(path);
	if (more.length > 0) return null;
	const steps = elements
		.replace(/^\/+|\/$/gu, '')
		.split('/')
		.map(parseStep);
	if (steps.includes(null) || attribute === '') return null;
	return { steps: steps as XmlStep[], attribute: attribute ?? null };
}

/** An @ inside brackets filters; one outside of them names the attribute that is read. */
function splitAttribute(path: string): string[] {
	return path.split(/\/?@(?![^[]*\])/u);
}

function parseStep(text: string): XmlStep | null {
	const found = STEP.exec(text);
	if (found === null) return null;
	const [, name = '', index, attribute, single, double] = found;
	if (index !== undefined) return { name, filter: { index: Number(index) } };
	return { name, filter: attribute === undefined ? null : { attribute, value: single ?? double ?? '' } };
}

/** What the path leads to: attribute values, or the texts of elements with outer white space removed. */
export function locateXml(root: XmlElement, path: XmlPath): Span[] {
	let found: XmlElement[] = [root];
	for (const step of path.steps) found = found.flatMap((element) => childrenOf(element, step));
	const { attribute } = path;
	if (attribute === null) return found.map(textOf);
	return found.flatMap((element) => element.attributes.get(attribute) ?? []);
}

function childrenOf(element: XmlElement, { name, filter }: XmlStep): XmlElement[] {
	const named = element.children.filter((child) => name === '*' || child.name === name);
	if (filter === null) return named;
	if ('index' in filter) return named.slice(filter.index - 1, filter.index);
	return named.filter((child) => child.attributes.get(filter.attribute)?.text === filter.value);
}

function textOf(element: XmlElement): Span {
	const first = element.texts[0];
	const last = element.texts.at(-1);
	const text = element.texts.map((span) => span.text).join('');
	return { text: text.trim(), from: first?.from ?? element.from, to: last?.to ?? element.from };
}
