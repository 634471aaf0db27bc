/** Every channel between the window and the main process. */
export const CHANNELS = {
	/** Window → main: a call of the shell table; answers as dispatch does. */
	shell: 'shipei.shell',
	/** Window → main: wants a port to the engine; main → window: here it is. */
	port: 'shipei.port',
	/** Main → window: the engine crashed; another port will follow. */
	gone: 'shipei.gone',
	/** Main → window: open this route. */
	route: 'shipei.route',
	/** Main → window: it is on this display now. */
	display: 'shipei.display',
} as const;
