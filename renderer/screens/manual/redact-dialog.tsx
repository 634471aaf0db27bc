import { Button, InputNumber, Modal } from 'antd';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../../texts/use-text.ts';

interface Area {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

const SIDES = ['x', 'y', 'width', 'height'] as const;
const NAMES = {
	x: 'manual.redactX',
	y: 'manual.redactY',
	width: 'manual.redactWidth',
	height: 'manual.redactHeight',
} as const;

/** Blackens areas of a picture, drawn or given in numbers. The result is a new picture; the original stays as it is. */
export function RedactDialog(props: { picture: string; onClose: () => void; onDone: (file: File) => void }) {
	const { t } = useText();
	const canvas = useRef<HTMLCanvasElement>(null);
	const image = useRef<HTMLImageElement | null>(null);
	const start = useRef<{ x: number; y: number } | null>(null);
	const [areas, setAreas] = useState<readonly Area[]>([]);
	const [typed, setTyped] = useState<Area>({ x: 0, y: 0, width: 100, height: 40 });
	useEffect(() => {
		const loaded = new Image();
		loaded.onload = () => {
			image.current = loaded;
			draw(canvas.current, loaded, []);
		};
		loaded.src = props.picture;
	}, [props.picture]);
	useEffect(() => draw(canvas.current, image.current, areas), [areas]);
	const at = (event: PointerEvent) => {
		const box = canvas.current?.getBoundingClientRect();
		const scale = (canvas.current?.width ?? 1) / (box?.width ?? 1);
		return { x: (event.clientX - (box?.left ?? 0)) * scale, y: (event.clientY - (box?.top ?? 0)) * scale };
	};
	const finish = (event: PointerEvent) => {
		const from = start.current;
		start.current = null;
		if (from === null) return;
		const to = at(event);
		const area = {
			x: Math.min(from.x, to.x),
			y: Math.min(from.y, to.y),
			width: Math.abs(to.x - from.x),
			height: Math.abs(to.y - from.y),
		};
		if (area.width > 4 && area.height > 4) setAreas([...areas, area]);
	};
	const done = () =>
		canvas.current?.toBlob((picture) => {
			if (picture !== null) props.onDone(new File([picture], 'redacted.png', { type: 'image/png' }));
		}, 'image/png');
	return (
		<Modal
			open
			width={900}
			title={t('manual.redactTitle')}
			okText={t('action.save')}
			cancelText={t('action.cancel')}
			okButtonProps={{ disabled: areas.length === 0 }}
			onOk={done}
			onCancel={props.onClose}
		>
			<p className="muted">{t('manual.redactHelp')}</p>
			<canvas
				ref={canvas}
				className="redact"
				onPointerDown={(event) => {
					start.current = at(event);
				}}
				onPointerUp={finish}
			/>
			<div className="row">
				{SIDES.map((side) => (
					<label key={side} htmlFor={`redact-${side}`} className="row">
						{t(NAMES[side])}
						<InputNumber
							id={`redact-${side}`}
							min={0}
							value={typed[side]}
							onChange={(value) => setTyped({ ...typed, [side]: value ?? 0 })}
						/>
					</label>
				))}
				<Button onClick={() => setAreas([...areas, typed])}>{t('manual.redactAdd')}</Button>
			</div>
		</Modal>
	);
}

function draw(canvas: HTMLCanvasElement | null, image: HTMLImageElement | null, areas: readonly Area[]): void {
	const context = canvas?.getContext('2d');
	if (canvas === null || image === null || context === null || context === undefined) return;
	canvas.width = image.naturalWidth;
	canvas.height = image.naturalHeight;
	context.drawImage(image, 0, 0);
	context.fillStyle = '#000';
	for (const area of areas) context.fillRect(area.x, area.y, area.width, area.height);
}
