import type { Source } from '../source/source.ts';
import { type Answers, parseAnswers } from './answers.ts';

/** Stands for the program beside this file, in argument lists and in snapshots: commands/systeminformation.stdout. */
export const SYSTEMINFORMATION = 'systeminformation';

/**
 * What systeminformation says of memory, disks, network, graphics, batteries and users.
 * @throws Error when its program does not come with this installation, or ended without a word.
 */
export async function readSysteminformation(source: Source): Promise<Answers> {
	const answer = await source.run([SYSTEMINFORMATION], { byLine: true });
	if (answer === undefined && source.origin === 'live') throw new Error('systeminformation could not be started');
	const answers = parseAnswers(answer?.stdout ?? '');
	if (Object.keys(answers).length === 0 && source.origin === 'live')
		throw new Error(`systeminformation gave no answer: ${answer?.stdout.slice(0, 200).trim()}`);
	return answers;
}
