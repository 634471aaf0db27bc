/** What is seen of the matrix as a plain table on A3, in words. */
export function MatrixPrint({ table }: { table: readonly (readonly string[])[] }) {
	const [head = [], ...rows] = table;
	return (
		<div className="matrix-print" translate="no">
			<table>
				<thead>
					<tr>
						{head.map((text, index) => (
							<th key={`${index} ${text}`} scope="col">
								{text}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(([name = '', ...cells], at) => (
						<tr key={`${at} ${name}`}>
							<th scope="row">{name}</th>
							{cells.map((text, index) => (
								<td key={`${index} ${head[index + 1] ?? ''}`}>{text}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
