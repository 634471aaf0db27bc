/**
 * What the sheet library has no option for, put into the parts of its workbook: every sheet is printed as wide as the
 * page, with its heads on every page. Other parts come back as they are.
 */
export function withPrintSetup(name: string, xml: string, sheets: readonly string[]): string {
	if (name === 'xl/workbook.xml')
		return xml.replace('<definedNames/>', `<definedNames>${titles(sheets)}</definedNames>`);
	if (!name.startsWith('xl/worksheets/')) return xml;
	return xml
		.replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
		.replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ');
}

function titles(sheets: readonly string[]): string {
	return sheets
		.map((name, at) => `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${name}'!$1:$1</definedName>`)
		.join('');
}
