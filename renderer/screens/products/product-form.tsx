import { App, Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Product, ProductPackage } from '../../../contract/product.ts';
import { useMayChange } from '../../engine/engine-context.ts';
import { useAction } from '../../engine/use-call.ts';
import { FileField } from '../../list/file-field.tsx';
import { useText } from '../../texts/use-text.ts';
import { CATEGORIES, useCategoryName } from './category-name.ts';
import '../plan/plan.css';

const FIELDS = ['name', 'version', 'vendor', 'category', 'arch', 'contact', 'purl'] as const;
const LABELS = {
	name: 'word.name',
	version: 'word.version',
	vendor: 'word.vendor',
	category: 'word.category',
	arch: 'products.arch',
	contact: 'products.contact',
	purl: 'products.purl',
} as const;
const NEW: Product = { id: '', name: '', vendor: '', version: '', category: '', packages: [] };

/** A product's facts; a dropped package fills most of them in. */
export function ProductForm(props: {
	product: Product | null;
	known: readonly Product[];
	onSaved: (product: Product) => void;
}) {
	const { t } = useText();
	const id = useId();
	const { message } = App.useApp();
	const navigate = useNavigate();
	const mayChange = useMayChange();
	const categoryName = useCategoryName();
	const [draft, setDraft] = useState<Product>(props.product ?? NEW);
	const [file, setFile] = useState('');
	const read = useAction('product.read');
	const save = useAction('product.save', { refresh: ['product.list'] });
	const readPackage = (path: string) => {
		setFile(path);
		if (path === '') return;
		read.mutate(
			{ file: path },
			{
				onSuccess: (found) => {
					setDraft((before) => merged(before, found.product, found.package));
					setFile('');
				},
			},
		);
	};
	const twin = props.known.find(
		(other) =>
			other.name === draft.name &&
			other.version === draft.version &&
			other.vendor === draft.vendor &&
			differs(other, draft),
	);
	const title = props.product === null ? t('products.new') : `${props.product.name} ${props.product.version}`;
	const submit = () => {
		if (draft.name.trim() === '') return;
		const product = { ...draft, id: draft.id === '' ? idOf(draft) : draft.id };
		save.mutate(
			{ product },
			{
				onSuccess: (saved) => {
					void message.success(t('products.saved'));
					props.onSaved(saved);
				},
			},
		);
	};
	return (
		<form
			className="stack"
			aria-labelledby={`${id}-title`}
			onSubmit={(event) => {
				event.preventDefault();
				submit();
			}}
		>
			<h2 id={`${id}-title`} translate={props.product === null ? undefined : 'no'}>
				{title}
			</h2>
			<div className="field">
				<label htmlFor={`${id}-file`}>{t('products.read')}</label>
				<FileField id={`${id}-file`} value={file} onChange={readPackage} />
				<p className="muted">{t('products.readHelp')}</p>
			</div>
			{draft.packages.map((entry) => (
				<PackageFacts key={entry.digest.sha256} entry={entry} />
			))}
			{twin !== undefined && (
				<div className="bar" role="alert">
					{t('products.sameVersion')}
				</div>
			)}
			{FIELDS.map((name) => (
				<div className="field" key={name}>
					<label htmlFor={`${id}-${name}`}>{t(LABELS[name])}</label>
					{name === 'category' ? (
						<Select
							id={`${id}-${name}`}
							value={draft.category === '' ? null : draft.category}
							options={[...new Set([...CATEGORIES, draft.category])].flatMap((value) =>
								value === '' ? [] : [{ value, label: categoryName(value) }],
							)}
							onChange={(category) => setDraft({ ...draft, category: category ?? '' })}
						/>
					) : (
						<Input
							id={`${id}-${name}`}
							value={draft[name] ?? ''}
							onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
						/>
					)}
				</div>
			))}
			<div className="row">
				<Button
					type="primary"
					htmlType="submit"
					disabled={!mayChange || draft.name.trim() === ''}
					loading={save.isPending}
				>
					{t('action.save')}
				</Button>
				{props.product !== null && (
					<Button onClick={() => void navigate(`/plan/new?product=${encodeURIComponent(draft.id)}&step=suites`)}>
						{t('products.test')}
					</Button>
				)}
				{draft.name.trim() === '' && <span className="muted">{t('products.nameNeeded')}</span>}
			</div>
		</form>
	);
}

function PackageFacts({ entry }: { entry: ProductPackage }) {
	const { t, format } = useText();
	return (
		<section className="panel" aria-label={t('products.package')}>
			<h3 className="break" translate="no">
				{entry.name}
			</h3>
			<dl className="pairs">
				<dt>{t('word.size')}</dt>
				<dd translate="no">{format.bytes(entry.size)}</dd>
				<dt>{t('products.format')}</dt>
				<dd translate="no">{[entry.format, entry.arch].filter((part) => part !== undefined).join(' · ') || '—'}</dd>
				<dt translate="no">SHA-256</dt>
				<dd translate="no">
					<code>{entry.digest.sha256}</code>
				</dd>
				<dt translate="no">SM3</dt>
				<dd translate="no">
					<code>{entry.digest.sm3}</code>
				</dd>
			</dl>
		</section>
	);
}

/** What was typed stays; what the package knows fills the gaps. */
function merged(before: Product, read: Product, entry: ProductPackage): Product {
	const typed = Object.fromEntries(Object.entries(before).filter(([, value]) => value !== '' && value !== undefined));
	const others = before.packages.filter((other) => other.digest.sha256 !== entry.digest.sha256);
	return { ...read, ...typed, id: before.id === '' ? read.id : before.id, packages: [...others, entry] } as Product;
}

function differs(known: Product, draft: Product): boolean {
	const digests = new Set(known.packages.map((entry) => entry.digest.sha256));
	return digests.size > 0 && draft.packages.some((entry) => !digests.has(entry.digest.sha256));
}

/** Made from vendor, name and version, and stays the same for them. */
function idOf({ vendor, name, version }: Product): string {
	return [vendor, name, version]
		.map((part) => part.trim().toLowerCase().replace(/\s+/gu, '-'))
		.filter((part) => part !== '')
		.join('/');
}
