// Runs in a thread of its own: makes one PDF, tells how far it is, answers with its bytes or with what went wrong.
import { parentPort, workerData } from 'node:worker_threads';
import { ShipeiError, toErrorAnswer } from '../../../contract/errors.ts';
import { type PdfOrder, renderPdf } from './render-pdf.ts';

try {
	const bytes = await renderPdf(workerData as PdfOrder, (share) => parentPort?.postMessage({ share }));
	parentPort?.postMessage({ bytes });
} catch (error) {
	if (!(error instanceof ShipeiError)) throw error;
	parentPort?.postMessage({ error: toErrorAnswer(error) });
}
