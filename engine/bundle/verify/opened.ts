import type { Digest } from '../../../contract/digest.ts';
import type { ReceiptStatement } from '../../../contract/receipt.ts';
import type { ReportStatement } from '../../../contract/report.ts';
import type { ReviewStatement } from '../../../contract/review.ts';
import type { PublicKey } from '../../crypto/portable.ts';
import type { Envelope } from '../envelope/envelope.ts';

/** A statement whose envelope was read and whose every signature is right. */
export interface Opened<Statement> {
	/** Name of its entry in the container. */
	readonly entry: string;
	readonly statement: Statement;
	readonly envelope: Envelope;
	/** Of the payload. */
	readonly digest: Digest;
	readonly signers: readonly PublicKey[];
}

/** Everything in a bundle that could be opened, for renderers and for whoever wants to add something. */
export interface OpenedBundle {
	readonly report: Opened<ReportStatement>;
	readonly reviews: readonly Opened<ReviewStatement>[];
	readonly receipts: readonly Opened<ReceiptStatement>[];
}
