import type { Reference } from '../../../contract/comparison.ts';
import type { Score } from '../../../contract/plan.ts';

/** What a suite says about its score, which suite says it, and the machine that it is relative to. */
export interface ScoreDefinition extends Pick<Score, 'id' | 'title' | 'members'> {
	readonly suiteId: string;
	readonly suiteVersion: string;
	readonly reference: Reference;
}

export type ScoreMember = ScoreDefinition['members'][number];
