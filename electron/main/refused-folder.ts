import { app, type BrowserWindow, dialog } from 'electron';
import { type ErrorAnswer, errorText } from '../../contract/errors.ts';
import { windowLanguage, windowTexts } from './window-texts.ts';

/** The data folder cannot be opened: who holds it or what is wrong is said, and the person tries again or leaves. */
export async function askAboutRefusal(window: BrowserWindow, error: ErrorAnswer, tryAgain: () => void): Promise<void> {
	const text = windowTexts(app.getLocale());
	const { response } = await dialog.showMessageBox(window, {
		type: 'error',
		message: text('refusedTitle'),
		detail: errorText(error.code, error.details, windowLanguage(app.getLocale())),
		buttons: [text('tryAgain'), text('quit')],
		defaultId: 0,
		cancelId: 1,
	});
	if (response === 0) tryAgain();
	else app.quit();
}
