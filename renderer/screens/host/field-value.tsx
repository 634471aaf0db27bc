import { useText } from '../../texts/use-text.ts';
import type { HostRow } from './host-rows.ts';

const BYTES =
	/^(memory\.(total|swap|modules\.\d+\.bytes|numaNodes\.\d+\.bytes)|storage\..*bytes|cpu\.caches\..*|runtime\.pageSize)$/u;

/** A detected value as people write it. */
export function useFieldValue(): (row: Pick<HostRow, 'path' | 'field'>, value?: unknown) => string {
	const { t, format } = useText();
	return (row, value = row.field.value) => {
		if (value === null || value === undefined) return t('word.unknown');
		if (typeof value === 'boolean') return t(value ? 'word.yes' : 'word.no');
		if (typeof value === 'number') return BYTES.test(row.path) ? format.bytes(value) : String(value);
		if (Array.isArray(value)) return value.length === 0 ? t('word.none') : value.join(' ');
		return String(value);
	};
}
