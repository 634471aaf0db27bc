// Temperatures against the point where the chip protects itself, and fans that should turn.
import { answer, names, number, text, unsupported } from './machine.mjs';

const MARGIN = 5;
const folder = '/sys/class/hwmon';
const chips = names(folder, /^hwmon\d+$/u);
const temperatures = chips.flatMap((chip) => readings(chip, 'temp').map(temperature));
const fans = chips.flatMap((chip) => readings(chip, 'fan').map(({ label, input }) => ({ label, rpm: input })));
if (temperatures.length === 0 && fans.length === 0) unsupported('this machine has no readable sensors');
answer({
	temperatures,
	fans,
	hot: temperatures.filter(({ celsius, critical }) => critical !== null && celsius >= critical - MARGIN),
	still: fans.filter(({ rpm }) => rpm === 0),
});

function readings(chip, kind) {
	return names(`${folder}/${chip}`, new RegExp(`^${kind}\\d+_input$`, 'u')).flatMap((file) => {
		const base = `${folder}/${chip}/${file.replace('_input', '')}`;
		const input = number(`${base}_input`);
		const label = `${text(`${folder}/${chip}/name`) ?? chip} ${text(`${base}_label`) ?? file.replace('_input', '')}`;
		return input === null ? [] : [{ label, input, base }];
	});
}

function temperature({ label, input, base }) {
	const critical = number(`${base}_crit`) ?? number(`${base}_max`);
	// Some chips report 0 or an absurd limit for "none".
	const limit = critical !== null && critical > 0 && critical < 200_000 ? critical / 1000 : null;
	return { label, celsius: input / 1000, critical: limit };
}
