import { Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { firstPicture } from '../../shell/capture-tab.ts';
import { useText } from '../../texts/use-text.ts';

/** A photo from a camera on this computer. */
export function CameraDialog(props: { open: boolean; onClose: () => void; onPicture: (file: File) => void }) {
	const { t } = useText();
	const video = useRef<HTMLVideoElement>(null);
	const [stream, setStream] = useState<MediaStream | null>(null);
	const [failed, setFailed] = useState(false);
	useEffect(() => {
		if (!props.open) return undefined;
		let own: MediaStream | null = null;
		let closed = false;
		setFailed(false);
		const asked =
			navigator.mediaDevices?.getUserMedia({ video: true, audio: false }) ?? Promise.reject(new Error('none'));
		asked.then(
			(found) => {
				own = found;
				if (closed) stop(found);
				else setStream(found);
			},
			() => setFailed(true),
		);
		return () => {
			closed = true;
			if (own !== null) stop(own);
			setStream(null);
		};
	}, [props.open]);
	useEffect(() => {
		if (video.current !== null) video.current.srcObject = stream;
	}, [stream]);
	const shoot = async () => {
		if (stream === null) return;
		const picture = await firstPicture(stream).catch(() => null);
		if (picture === null) setFailed(true);
		else props.onPicture(new File([picture], 'photo.png', { type: 'image/png' }));
	};
	return (
		<Modal
			open={props.open}
			title={t('manual.camera')}
			okText={t('manual.shoot')}
			cancelText={t('action.cancel')}
			okButtonProps={{ disabled: stream === null }}
			onOk={() => void shoot()}
			onCancel={props.onClose}
			destroyOnHidden
		>
			{failed && <p role="alert">{t('manual.cameraNone')}</p>}
			<video ref={video} autoPlay muted playsInline className="camera" />
		</Modal>
	);
}

function stop(stream: MediaStream): void {
	for (const track of stream.getTracks()) track.stop();
}
