// Memory errors that the controller has counted since the machine was started.
import { answer, names, number, unsupported } from './machine.mjs';

const folder = '/sys/devices/system/edac/mc';
const controllers = names(folder, /^mc\d+$/u).map((name) => ({
	name,
	corrected: number(`${folder}/${name}/ce_count`),
	uncorrected: number(`${folder}/${name}/ue_count`),
}));
if (controllers.length === 0) unsupported('no memory controller reports its errors (no EDAC driver)');
answer({ controllers });
