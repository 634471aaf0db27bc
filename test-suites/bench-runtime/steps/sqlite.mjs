#!/usr/bin/env node
// Bank transfers in SQLite as this runtime carries it: WAL, 4 of 5 transactions read, the fifth moves money.
// usage: sqlite.mjs <folder> <FULL|OFF> <accounts> <seconds>
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { check, numbers, report, unitsPerSecond, unsupported } from './report.mjs';

const [folder = '.', synchronous = 'FULL', accountsText = '1000000', secondsText = '3'] = process.argv.slice(2);
const accounts = Number(accountsText);
const { DatabaseSync } = await import('node:sqlite').catch(() => unsupported('node:sqlite'));

const file = join(folder, `accounts-${accounts}.db`);
if (!existsSync(file)) populate(file);
if (process.argv.includes('--prepare')) process.exit(0);

const database = open(file);
database.exec(`PRAGMA synchronous = ${synchronous === 'OFF' ? 'OFF' : 'FULL'}`);
const read = database.prepare('SELECT balance FROM account WHERE id = ?');
const add = database.prepare('UPDATE account SET balance = balance + ? WHERE id = ?');
const [begin, commit] = ['BEGIN IMMEDIATE', 'COMMIT'].map((text) => database.prepare(text));
const next = numbers(process.pid);
const total = 'SELECT sum(balance) AS total, count(*) AS count FROM account';

const rate = await unitsPerSecond(transaction, { seconds: Number(secondsText) });
const after = database.prepare(total).get();
check('sum of all balances', Number(after.total), accounts * 1000);
check('integrity', database.prepare('PRAGMA quick_check').get().quick_check, 'ok');
database.close();
report({ value: rate, rows: accounts, synchronous });

function transaction(number) {
	const [from, to] = [next() % accounts, next() % accounts];
	if (number % 5 !== 0) return check('row', typeof read.get(from)?.balance, 'number');
	const amount = next() % 100;
	begin.run();
	add.run(-amount, from);
	add.run(amount, to);
	commit.run();
}

/** Filled under another name first, so that a half-filled file is never taken for a whole one. */
function populate(target) {
	const part = `${target}.part`;
	rmSync(part, { force: true });
	const filling = open(part);
	filling.exec(
		'PRAGMA synchronous = OFF; CREATE TABLE account (id INTEGER PRIMARY KEY, name TEXT, balance INTEGER); BEGIN',
	);
	const insert = filling.prepare('INSERT INTO account VALUES (?, ?, 1000)');
	for (let id = 0; id < accounts; id += 1) insert.run(id, `客户 ${id}`);
	filling.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
	filling.close();
	renameSync(part, target);
}

function open(path) {
	const opened = new DatabaseSync(path);
	opened.exec('PRAGMA journal_mode = WAL; PRAGMA cache_size = -65536');
	return opened;
}
