import { ArrowLeftOutlined } from '@ant-design/icons';
import { Link } from 'react-router';

/** The way up, above a screen's title. */
export function BackLink({ to, text }: { to: string; text: string }) {
	return (
		<Link to={to} className="back-link no-print">
			<ArrowLeftOutlined aria-hidden /> {text}
		</Link>
	);
}
