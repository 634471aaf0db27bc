import type { ReactNode } from 'react';
import type { Mark } from './status-mark.tsx';

/** Shapes that stay apart without colour: filled circle, triangle, octagon, diamond, clock, bar, ring … */
const SHAPES: Readonly<Record<Mark, ReactNode>> = {
	passed: (
		<>
			<circle cx="8" cy="8" r="7" />
			<path className="cut" d="M4.6 8.3l2.3 2.3 4.5-4.8" />
		</>
	),
	measured: (
		<>
			<rect x="1.5" y="1.5" width="13" height="13" rx="2" className="hollow" />
			<path className="line" d="M4.5 11V8M8 11V5M11.5 11V7" />
		</>
	),
	warned: (
		<>
			<path d="M8 1.2l7 13H1z" />
			<path className="cut" d="M8 6v4M8 11.8v.6" />
		</>
	),
	failed: (
		<>
			<path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" />
			<path className="cut" d="M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4" />
		</>
	),
	errored: (
		<>
			<path d="M8 .8L15.2 8 8 15.2.8 8z" />
			<path className="cut" d="M8 4.6v4M8 10.6v.8" />
		</>
	),
	timedOut: (
		<>
			<circle cx="8" cy="8" r="6.6" className="hollow" />
			<path className="line" d="M8 4v4.2l3 1.8" />
		</>
	),
	skipped: (
		<>
			<circle cx="8" cy="8" r="6.6" className="hollow" />
			<path className="line" d="M4.8 8h6.4" />
		</>
	),
	interrupted: (
		<>
			<path className="line" d="M2 8h4M10 8h4M6.6 11l2.8-6" />
			<circle cx="8" cy="8" r="6.6" className="hollow dashed" />
		</>
	),
	waiting: <circle cx="8" cy="8" r="5.6" className="hollow dashed" />,
	running: (
		<>
			<circle cx="8" cy="8" r="6.6" className="hollow" />
			<path d="M6.3 4.8v6.4l5-3.2z" />
		</>
	),
	asking: (
		<>
			<circle cx="8" cy="4.6" r="3" />
			<path d="M2 15c0-3.6 2.6-5.6 6-5.6s6 2 6 5.6z" />
		</>
	),
	paused: <path d="M3.5 2.5h3.2v11H3.5zM9.3 2.5h3.2v11H9.3z" />,
	planned: <path className="line" d="M3 3.5h10M3 8h10M3 12.5h6" />,
	notApplicable: <path className="line" d="M3 13L13 3M8 14.4A6.4 6.4 0 108 1.6a6.4 6.4 0 000 12.8z" />,
	none: <circle cx="8" cy="8" r="2" />,
};

export function StatusGlyph({ mark }: { mark: Mark }) {
	return (
		<svg className={`glyph glyph-${mark}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
			{SHAPES[mark]}
		</svg>
	);
}
