import { type Command, InvalidArgumentError } from 'commander';
import { ShipeiError } from '../../contract/errors.ts';
import { textIn } from '../../contract/text.ts';
import { findResources } from '../../engine/index.ts';
import type { Cli } from '../cli.ts';
import { givenPassphrase } from '../terminal/passphrase.ts';

interface ServeOptions {
	port?: number;
	lan?: boolean;
	certificate?: string;
	certificateKey?: string;
	passwordFile?: string;
	data?: string;
}

/** The one verb that starts another host: the server is wired here and nowhere else (see .dependency-cruiser.cjs). */
export function defineServeVerb(program: Command, cli: Cli): void {
	const { terminal } = cli;
	program
		.command('serve')
		.description(terminal.text('serve'))
		.option('--port <number>', terminal.text('serve.port'), (given) => readPort(given, cli))
		.option('--lan', terminal.text('serve.lan'))
		.option('--certificate <file>', terminal.text('serve.certificate'))
		.option('--certificate-key <file>', terminal.text('serve.certificate-key'))
		.option('--password-file <file>', terminal.text('serve.password-file'))
		.action(async (_own: ServeOptions, command: Command) => {
			const options = command.optsWithGlobals<ServeOptions>();
			const { root, renderer } = findResources();
			if (renderer === null) throw new ShipeiError('server.no-page', { directory: root });
			const engine = await cli.engine(options.data);
			const { startServer } = await import('../../server/index.ts');
			const server = await startServer({
				handlers: engine.handlers,
				feed: engine.feed,
				port: options.port ?? 0,
				rendererDirectory: renderer,
				...(options.lan && { lan: lanOptions(options) }),
			});
			terminal.remark(textIn(server.opened, terminal.language));
			terminal.page(terminal.text(options.lan ? 'serve.readyLan' : 'serve.ready', { url: server.url }));
			await signalled();
			await server.close();
		});
}

function readPort(given: string, cli: Cli): number {
	const port = Number(given);
	if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
	throw new InvalidArgumentError(cli.terminal.text('usage.port', { found: given }));
}

function lanOptions(options: ServeOptions) {
	return {
		certificateFile: options.certificate,
		keyFile: options.certificateKey,
		password: givenPassphrase(options.passwordFile),
	};
}

function signalled(): Promise<void> {
	return new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
	});
}
