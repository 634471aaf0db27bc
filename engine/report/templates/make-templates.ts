// Writes the example templates beside this file; run it after a change of docx/template/example-template.ts.
import { writeFile } from 'node:fs/promises';
import { exampleTemplate } from '../docx/template/example-template.ts';

for (const language of ['zh', 'en'] as const) {
	await writeFile(new URL(`report-template-${language}.docx`, import.meta.url), await exampleTemplate(language));
}
