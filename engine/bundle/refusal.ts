import type { Text } from '../../contract/text.ts';
import type { CheckId } from '../../contract/verification.ts';

/** Ends reading a bundle at the first thing that makes the rest meaningless. Never leaves this part: it becomes a failed check. */
export class Refusal extends Error {
	readonly check: CheckId;
	readonly detail: Text;
	readonly todo: Text | undefined;

	constructor(check: CheckId, detail: Text, todo?: Text) {
		super(detail.en ?? check);
		this.check = check;
		this.detail = detail;
		this.todo = todo;
	}
}
