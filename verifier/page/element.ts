type Child = Node | string | undefined;

/** Makes an element. Text is always text: nothing of a report is ever taken for markup. */
export function element(
	tag: string,
	attributes: Readonly<Record<string, string>>,
	...children: readonly Child[]
): HTMLElement {
	const made = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
	made.append(...children.filter((child) => child !== undefined));
	return made;
}
