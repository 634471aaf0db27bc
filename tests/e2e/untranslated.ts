/** Texts with letters that are neither in pseudo brackets nor data (translate="no"). Runs in the page. */
export function untranslatedTexts(): string[] {
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const found: string[] = [];
	for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
		const text = (node.textContent ?? '').trim();
		const element = node.parentElement;
		if (element === null || !/\p{L}{2,}/u.test(text) || text.includes('［')) continue;
		if (element.closest('[translate="no"], code, kbd, script, style, noscript, .ant-select, svg') !== null) continue;
		found.push(text.slice(0, 80));
	}
	const labels = [...document.querySelectorAll('[aria-label], [placeholder], [title]')];
	for (const element of labels) {
		// Icons are hidden from everybody who reads labels; what the components say themselves comes from their own tables; choices are data.
		if (
			element.closest(
				'[translate="no"], [aria-hidden="true"], .anticon, .ant-select, .ant-input-number-handler, .ant-input-number-action, .ant-input-password-icon, .ant-modal-close, .ant-drawer-close, button.ant-switch',
			) !== null
		)
			continue;
		for (const name of ['aria-label', 'placeholder', 'title']) {
			const text = element.getAttribute(name) ?? '';
			if (/\p{L}{2,}/u.test(text) && !text.includes('［') && !element.closest('.ant-steps, .ant-pagination'))
				found.push(`${name}=${text.slice(0, 60)}`);
		}
	}
	return [...new Set(found)];
}
