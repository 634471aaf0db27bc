/** Every channel between the window and the main process. */
export const CHANNELS = {
	/** Window → main: a call of the shell table; answers as dispatch does. */
	shell: 'shipei.shell',
	/** Window → main: wants a port to the engine; main → window: here it is. */
	port: 'shipei.port',
	/** Window → main: save these stored bytes where the person says. */
	saveEvidence: 'shipei.save-evidence',
	/** Main → window: open this route. */
	route: 'shipei.route',
} as const;
