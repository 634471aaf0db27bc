// What the page measures: each unit does a fixed amount of work and returns a fingerprint that is the same everywhere.

const stage = document.querySelector('#stage');
const canvas = document.querySelector('#canvas').getContext('2d', { willReadFrequently: true });

/** (module (func (export "f") (param i32) (result i32)): a linear congruential loop, so that nothing can be folded. */
const WASM = Uint8Array.of(
	...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 6, 1, 0x60, 1, 0x7f, 1, 0x7f, 3, 2, 1, 0, 7, 5, 1, 1, 0x66, 0, 0],
	...[10, 0x29, 1, 0x27, 1, 1, 0x7f, 0x41, 1, 0x21, 1, 3, 0x40, 0x20, 1, 0x41, 0x8d, 0xcc, 0xe5, 0, 0x6c, 0x41],
	...[0xdf, 0xe6, 0xbb, 0xe3, 3, 0x6a, 0x21, 1, 0x20, 0, 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0, 0x0b, 0x20, 1, 0x0b],
);
const loop = (await WebAssembly.instantiate(WASM)).instance.exports.f;

export const kernels = {
	/** Builds 300 cards with Chinese text, lays them out, reads a position, takes them away again. */
	dom: {
		expected: 300,
		unit() {
			for (let i = 0; i < 300; i += 1) {
				const card = document.createElement('div');
				card.className = 'card';
				card.textContent = `第 ${i} 项：适配测试`;
				stage.append(card);
			}
			const laidOut = stage.lastElementChild.getBoundingClientRect().top > stage.getBoundingClientRect().top;
			const count = stage.querySelectorAll('.card').length;
			stage.replaceChildren();
			return laidOut ? count : -1;
		},
	},
	/** Style and layout of a page that changes width twenty times. */
	layout: {
		expected: 20,
		unit() {
			if (stage.childElementCount === 0) stage.innerHTML = '<div class="card">国产化适配</div>'.repeat(200);
			let changes = 0;
			let before = -1;
			for (let i = 0; i < 20; i += 1) {
				stage.style.width = `${300 + i * 97}px`;
				const width = stage.offsetWidth;
				if (width !== before && stage.offsetHeight > 0) changes += 1;
				before = width;
			}
			stage.style.width = '';
			stage.replaceChildren();
			return changes;
		},
	},
	/** 200 rectangles with whole coordinates, read back pixel by pixel. */
	canvas: {
		expected: 2_880_774_783,
		unit() {
			canvas.clearRect(0, 0, 400, 300);
			for (let i = 0; i < 200; i += 1) {
				canvas.fillStyle = `rgb(${(i * 7) % 256} ${(i * 13) % 256} ${(i * 29) % 256})`;
				canvas.fillRect((i * 37) % 380, (i * 53) % 280, 20, 20);
			}
			let hash = 0x811c9dc5;
			for (const value of canvas.getImageData(0, 0, 400, 300).data) hash = Math.imul(hash ^ value, 0x01000193) >>> 0;
			return hash;
		},
	},
	/** JSON both ways and a regular expression over Chinese text. */
	script: {
		expected: 500,
		unit() {
			const rows = Array.from({ length: 500 }, (_, id) => ({ id, name: `客户-${id}`, tags: ['甲', '乙'] }));
			const again = JSON.parse(JSON.stringify(rows));
			return again.filter((row) => /^客户-\d+$/u.test(row.name) && row.tags.length === 2).length;
		},
	},
	/** Two million steps of a generator in WebAssembly. */
	wasm: { expected: 13_949_057, unit: () => loop(2_000_000) },
	/** One animation frame after another, twenty times: how fast the browser really draws. */
	frames: {
		expected: 20,
		async unit() {
			let frames = 0;
			for (let i = 0; i < 20; i += 1) frames += await new Promise((resolve) => requestAnimationFrame(() => resolve(1)));
			return frames;
		},
	},
};
