// Runs in a thread of its own: makes one check on a connection that only reads, tells how far it is and what it found.
import { parentPort, workerData } from 'node:worker_threads';
import { openSqlite } from '../open-sqlite.ts';
import type { CheckOrder } from './check-apart.ts';
import { checkData } from './check-data.ts';

const { name, file, addon } = workerData as CheckOrder;
const database = openSqlite(file, { addon, timeoutMs: 5000, readonly: true });
try {
	const found = checkData(name, database, (share) => parentPort?.postMessage({ share }));
	parentPort?.postMessage({ found });
} finally {
	database.close();
}
