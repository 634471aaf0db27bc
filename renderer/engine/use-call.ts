import {
	keepPreviousData,
	type UseMutationResult,
	type UseQueryResult,
	useMutation,
	useQuery,
	useQueryClient,
} from '@tanstack/react-query';
import { App } from 'antd';
import type { ShipeiError } from '../../contract/errors.ts';
import type { Input, MethodName, Output } from '../../contract/methods.ts';
import { useErrorText } from '../states/error-text.ts';
import { useEngine } from './engine-context.ts';

/** What a method answers, kept and refreshed by the engine's events. The key is the method and its input. */
export function useCall<Name extends MethodName>(
	method: Name,
	input: Input<Name>,
	options: { enabled?: boolean; keep?: boolean } = {},
): UseQueryResult<Output<Name>, ShipeiError> {
	const { client } = useEngine();
	return useQuery<Output<Name>, ShipeiError>({
		queryKey: [method, input],
		// biome-ignore lint/suspicious/noExplicitAny: the rest argument's conditional type cannot be resolved for a free Name
		queryFn: () => client.call(method, ...([input] as any)),
		enabled: options.enabled ?? true,
		...(options.keep === true ? { placeholderData: keepPreviousData as never } : {}),
	});
}

/** A call that changes something. Errors are shown as a message; `refresh` names methods whose answers are then old. */
export function useAction<Name extends MethodName>(
	method: Name,
	options: { refresh?: readonly MethodName[]; quiet?: boolean } = {},
): UseMutationResult<Output<Name>, ShipeiError, Input<Name>> {
	const { client } = useEngine();
	const queries = useQueryClient();
	const { message } = App.useApp();
	const textOf = useErrorText();
	return useMutation<Output<Name>, ShipeiError, Input<Name>>({
		// biome-ignore lint/suspicious/noExplicitAny: as above
		mutationFn: (input) => client.call(method, ...([input] as any)),
		onSuccess: () => {
			for (const name of options.refresh ?? []) void queries.invalidateQueries({ queryKey: [name] });
		},
		onError: (error) => {
			if (options.quiet !== true) void message.error(textOf(error), 8);
		},
	});
}
