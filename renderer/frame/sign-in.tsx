import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { enterPassword, type Session } from '../engine/session.ts';
import { useText } from '../texts/use-text.ts';
import './frame.css';

/** Shown to a browser that holds no session: says how to get one. */
export function SignIn({ session }: { session: Session }) {
	const { t } = useText();
	const [wrong, setWrong] = useState(false);
	const enter = async ({ password }: { password: string }) => {
		if (await enterPassword(password)) window.location.reload();
		else setWrong(true);
	};
	return (
		<main className="sign-in" data-state="signed-out">
			<img src="./icon.svg" alt="" width="48" height="48" />
			<h1>{t('signIn.title')}</h1>
			{session.refused && <Alert type="error" showIcon title={t('signIn.refused')} />}
			{session.way === 'link' ? (
				<p>{t('signIn.link')}</p>
			) : (
				<Form layout="vertical" onFinish={(values: { password: string }) => void enter(values)} requiredMark={false}>
					{wrong && <Alert type="error" showIcon title={t('signIn.wrong')} />}
					<Form.Item name="password" label={t('signIn.password')} rules={[{ required: true }]}>
						<Input.Password autoFocus autoComplete="current-password" />
					</Form.Item>
					<Button type="primary" htmlType="submit" block>
						{t('signIn.enter')}
					</Button>
				</Form>
			)}
		</main>
	);
}
