import { Input, type InputProps } from 'antd';
import { useCall } from '../engine/use-call.ts';
import { type PersonRole, readPeople } from './people.ts';

interface PersonFieldProps extends Pick<InputProps, 'status' | 'style' | 'maxLength'> {
	readonly id: string;
	readonly value: string;
	readonly as: PersonRole;
	readonly onChange: (name: string) => void;
}

/** A name: picked from the laboratory's people of a role, or typed. */
export function PersonField({ id, value, as, onChange, ...rest }: PersonFieldProps) {
	const settings = useCall('settings.show', {}).data;
	const names = readPeople(settings?.['people']).flatMap((person) => (person.roles.includes(as) ? [person.name] : []));
	return (
		<>
			<Input
				{...rest}
				id={id}
				value={value}
				autoComplete="off"
				list={`${id}-people`}
				onChange={(event) => onChange(event.target.value)}
			/>
			<datalist id={`${id}-people`}>
				{names.map((name) => (
					<option key={name} value={name} />
				))}
			</datalist>
		</>
	);
}
