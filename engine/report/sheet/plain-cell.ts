import { visibleText } from '../../../contract/visible-text.ts';

/**
 * Text for a spreadsheet's cell. Excel, WPS and LibreOffice run a cell that begins with one of these as a formula, which
 * can call programs or send data away; an apostrophe in front makes it text (OWASP, CSV injection). A tab or line end
 * in front of the sign does not hide it.
 */
export function plainCell(text: string): string {
	const visible = visibleText(text);
	return /^[\s'"]*[=+\-@＝＋－＠|%]/u.test(visible) ? `'${visible}` : visible;
}
