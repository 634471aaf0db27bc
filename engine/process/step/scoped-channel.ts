import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Channel, Listener, OpenChannel } from './channel.ts';
import { elevatedChannels } from './own-process-channel.ts';

/**
 * A supervisor in a scope of the user's own systemd: there the kernel itself bounds the number of tasks, so that a step
 * which forks faster than anybody can signal it does not take the machine. It is a fence around what the supervisor
 * watches anyway: where systemd gives no scope, the step starts by `otherwise`.
 */
export function scopedChannels(supervisor: string, tasks: number, otherwise: OpenChannel): OpenChannel {
	return (request, token, listener) => {
		let heard = false;
		let before = '';
		const scope: Listener = {
			onEvent(event) {
				heard = true;
				listener.onEvent(event);
			},
			onClosed(how) {
				// Who was killed may have started the step; who never spoke and ended by itself did not.
				if (heard || how.startsWith('SIG')) return listener.onClosed(how);
				channel = otherwise(request, token, listener);
				for (const letter of before) channel.write(letter);
			},
		};
		let channel: Channel = elevatedChannels(supervisor, scopeCommand(tasks))(request, token, scope);
		return {
			write(data) {
				if (!heard) before += data.toString();
				channel.write(data);
			},
			end: () => channel.end(),
		};
	};
}

/** Whether the user's systemd is there to be asked. */
export function hasUserScopes(environment: NodeJS.ProcessEnv = process.env): boolean {
	const { PATH = '', XDG_RUNTIME_DIR = '' } = environment;
	if (XDG_RUNTIME_DIR === '' || !existsSync(join(XDG_RUNTIME_DIR, 'systemd/private'))) return false;
	return PATH.split(delimiter).some((folder) => existsSync(join(folder, 'systemd-run')));
}

function scopeCommand(tasks: number): string[] {
	return ['systemd-run', '--user', '--scope', '--quiet', '--collect', `--property=TasksMax=${tasks}`, '--'];
}
