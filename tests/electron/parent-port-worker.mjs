// Stands for Electron's utility process: gives the program its process.parentPort over this worker's own port.
import { EventEmitter } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';

class Port extends EventEmitter {
	constructor(port) {
		super();
		this.port = port;
		port.on('message', (data) => this.emit('message', { data, ports: [] }));
		port.on('close', () => this.emit('close'));
	}
	start() {
		this.port.start();
	}
	postMessage(message) {
		this.port.postMessage(message);
	}
	close() {
		this.port.close();
	}
}

const toMain = new EventEmitter();
toMain.postMessage = (message) => parentPort.postMessage(message);
process.parentPort = toMain;
await import(workerData.program);
parentPort.on('message', ({ message, ports }) =>
	toMain.emit('message', { data: message, ports: ports.map((port) => new Port(port)) }),
);
