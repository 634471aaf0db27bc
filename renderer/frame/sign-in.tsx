import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { enterPassword, type Session } from '../engine/session.ts';
import { useErrorText } from '../states/error-text.ts';
import { useText } from '../texts/use-text.ts';
import './frame.css';

/** Shown to a browser that holds no session: says how to get one. */
export function SignIn({ session }: { session: Session }) {
	const { t } = useText();
	const textOf = useErrorText();
	const [refusal, setRefusal] = useState<unknown>(null);
	const enter = ({ password }: { password: string }) =>
		enterPassword(password).then(() => window.location.reload(), setRefusal);
	return (
		<main className="sign-in" data-state="signed-out">
			<img src="./icon.svg" alt="" width="48" height="48" />
			<h1>{t('signIn.title')}</h1>
			{session.refused && <Alert type="error" showIcon title={t('signIn.refused')} />}
			{session.way === 'link' ? (
				<p>{t('signIn.link')}</p>
			) : (
				<Form layout="vertical" onFinish={(values: { password: string }) => void enter(values)} requiredMark={false}>
					{refusal !== null && <Alert type="error" showIcon title={textOf(refusal)} />}
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
