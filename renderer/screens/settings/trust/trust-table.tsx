import type { ReactNode } from 'react';

/** A table with its heading, in a box that scrolls sideways where it has to. */
export function TrustTable({
	title,
	heads,
	children,
}: {
	title: string;
	heads: readonly string[];
	children: ReactNode;
}) {
	return (
		<div className="panel">
			<h3>{title}</h3>
			<div className="table-box" tabIndex={0} role="group" aria-label={title}>
				<table className="plain-table trust-table">
					<thead>
						<tr>
							{heads.map((head) => (
								<th key={head} scope="col">
									{head}
								</th>
							))}
						</tr>
					</thead>
					<tbody>{children}</tbody>
				</table>
			</div>
		</div>
	);
}
