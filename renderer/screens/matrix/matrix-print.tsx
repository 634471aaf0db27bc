/** The whole matrix as a plain table on A3, in words. */
export function MatrixPrint({ table }: { table: readonly (readonly string[])[] }) {
	const [head = [], ...rows] = table;
	return (
		<div className="matrix-print" translate="no">
			<table>
				<thead>
					<tr>
						{head.map((text) => (
							<th key={text} scope="col">
								{text}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(([name = '', ...cells]) => (
						<tr key={name}>
							<th scope="row">{name}</th>
							{cells.map((text, index) => (
								<td key={head[index + 1]}>{text}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
