import { Select } from 'antd';
import { useId, useState } from 'react';
import { useText } from '../texts/use-text.ts';
import './facets.css';

export interface FacetChoice {
	readonly facet: string;
	readonly label: string;
	readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Further filters, each a choice of several values. Folded away until somebody wants them or a link brings them. */
export function FacetPanel(props: {
	choices: readonly FacetChoice[];
	chosen: ReadonlyMap<string, readonly string[]>;
	onChoose: (facet: string, values: readonly string[]) => void;
}) {
	const { t } = useText();
	const id = useId();
	const { chosen } = props;
	const [open, setOpen] = useState(chosen.size > 0);
	return (
		<>
			<button
				type="button"
				className="filter-chip"
				aria-expanded={open}
				aria-controls={`${id}-panel`}
				onClick={() => setOpen(!open)}
			>
				{t('list.more')}
				{chosen.size > 0 && <b>{chosen.size}</b>}
			</button>
			<div id={`${id}-panel`} className="facets" hidden={!open}>
				{open &&
					props.choices.map(({ facet, label, options }) => (
						<div className="field" key={facet}>
							<label htmlFor={`${id}-${facet}`}>{label}</label>
							<Select
								id={`${id}-${facet}`}
								mode="multiple"
								allowClear
								maxTagCount="responsive"
								optionFilterProp="label"
								value={[...(chosen.get(facet) ?? [])]}
								options={options.map((option) => ({ ...option }))}
								onChange={(values: string[]) => props.onChoose(facet, values)}
							/>
						</div>
					))}
			</div>
		</>
	);
}
