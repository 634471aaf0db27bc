import type { ReportContent, Running, SealBox } from '../content/report-content.ts';
import { EMBEDDED } from './embedded-fonts.ts';
import { cssString } from './escape.ts';

/** The report's style sheet. Only the page's head and foot and the place for the seal depend on the report, the families on whether they are embedded. */
export function styleSheet({ running, cover }: ReportContent, embedded = false): string {
	return SCREEN + LAZY + DARK + PRINT + sealPlace(cover.sealBox) + pageBoxes(running) + (embedded ? OWN_FONTS : '');
}

/** The same families as above, the embedded ones first: everybody sees the same. */
const OWN_FONTS = `
body{font-family:"${EMBEDDED.hei}",sans-serif}
.code{font-family:"DejaVu Sans Mono",Consolas,monospace,"${EMBEDDED.hei}"}
@media print{body{font-family:"${EMBEDDED.song}",serif}h1,h2,h3,th{font-family:"${EMBEDDED.hei}",sans-serif}}
`;

const SCREEN = `
:root{--ink:#1b2229;--soft:#4a545e;--line:#c3cad1;--paper:#fff;--desk:#eef1f4;--head:#eef1f5;--link:#0b5cad;
--passed:#1a6b3c;--warned:#8a5200;--failed:#b3261e;--errored:#7a2e8e;--timedOut:#7d4e00;--skipped:#57606a;--interrupted:#5a4a3a;
--mark:#0b5cad;--band:#d5e5f6}
*{box-sizing:border-box}
html{scroll-padding-top:4rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--desk);color:var(--ink);font:14px/1.6 "Noto Sans CJK SC","Source Han Sans SC","Noto Sans SC","Microsoft YaHei","WenQuanYi Micro Hei",sans-serif}
main{max-width:68rem;margin:0 auto;padding:0 1rem 4rem}
.sheet{background:var(--paper);border:1px solid var(--line);border-radius:4px;margin:1rem 0;padding:2.5rem 3rem}
h1,h2,h3{line-height:1.35;margin:1.6em 0 .6em;overflow-wrap:anywhere}
h1{font-size:1.8rem;text-align:center;margin:.2em 0}
h2{font-size:1.3rem;border-bottom:2px solid var(--line);padding-bottom:.25em}
h3{font-size:1.08rem}
section>h2:first-child{margin-top:0}
article section+section{margin-top:2.4em}
p{margin:.5em 0;overflow-wrap:anywhere;white-space:pre-line}
.note,.minor{color:var(--soft);font-size:.9em}
.strong{font-weight:700}
.code{font-family:"Noto Sans Mono CJK SC","DejaVu Sans Mono",Consolas,monospace;font-size:.88em;overflow-wrap:anywhere}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:1px}
table{border-collapse:collapse;width:100%;margin:.7em 0;table-layout:fixed}
th,td{border:1px solid var(--line);padding:.3rem .45rem;text-align:left;vertical-align:top;overflow-wrap:anywhere;white-space:pre-line}
thead th,.facts th{background:var(--head);font-weight:600}
.facts th{width:28%}
.center{text-align:center}.end{text-align:right}
.axis{display:flex;justify-content:space-between;font-weight:400}
.box{overflow-x:auto}
.passed{color:var(--passed)}.warned{color:var(--warned)}.failed{color:var(--failed)}.errored{color:var(--errored)}
.timedOut{color:var(--timedOut)}.skipped{color:var(--skipped)}.interrupted{color:var(--interrupted)}
.state{font-weight:600}
.state svg{width:.85em;height:.85em;margin-right:.3em;vertical-align:-.08em;fill:currentColor}
td svg.figure{display:block;width:100%;height:auto;max-width:15rem;margin:0 auto}
.i-mark{fill:var(--mark)}.i-hollow{fill:var(--paper);stroke:var(--mark);stroke-width:1.5}.i-line{fill:var(--ink)}.i-faint{fill:var(--line)}.i-band{fill:var(--band)}
.supplied{font-size:.8em;color:var(--warned);border:1px solid;border-radius:3px;padding:0 .3em;margin-left:.4em;white-space:nowrap}
.cover{min-height:60rem;display:flex;flex-direction:column;justify-content:space-between}
.cover .top{display:flex;justify-content:space-between;gap:1rem}.cover .top>div{flex:1;text-align:right}.cover .top p{margin:.1em 0}
.logo{max-width:50%;height:auto;align-self:flex-start}
.cover h1{font-size:2.2rem}.subtitle{text-align:center;color:var(--soft);font-size:1.1rem}
.boxes{display:flex;justify-content:space-between;align-items:flex-end;gap:2rem}
.markbox{border:1px dashed var(--line);color:var(--soft);width:11rem;min-height:5rem;padding:.5rem;font-size:.85em}
.seal{color:var(--soft);width:15rem;min-height:9rem;text-align:center;padding-top:6.5rem}
.verdict{text-align:center;font-size:1.5rem;font-weight:700;margin:.6em 0 .2em}
.counts{text-align:center}
.check{display:flex;gap:1.2rem;align-items:flex-start;margin:1em 0}
.check svg{flex:none}
.signatures{table-layout:fixed;text-align:center}.signatures td,.signatures th{text-align:center}
.toc ol{list-style:none;padding-left:0}.toc ol ol{padding-left:1.5rem}.toc a{text-decoration:none}
.end-mark{text-align:center;font-weight:600;margin:2.5em 0 0}
.filter{position:sticky;top:0;z-index:1;background:var(--paper);border:1px solid var(--line);border-radius:4px;padding:.5rem .7rem;display:flex;flex-wrap:wrap;gap:.6rem;align-items:center}
.filter[hidden]{display:none}
.filter input,.filter select,.filter button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:3px;padding:.25rem .5rem;min-height:2rem}
.filter input{flex:1 1 12rem;min-width:8rem}
tr.out{display:none}
.pictures{display:flex;flex-wrap:wrap;gap:1rem}.pictures figure{margin:0;max-width:18rem}.pictures img{max-width:100%;height:auto;border:1px solid var(--line)}
figcaption{font-size:.85em;color:var(--soft);overflow-wrap:anywhere}
.draft{position:fixed;inset:0;pointer-events:none;z-index:2;display:flex;align-items:center;justify-content:center}
.draft span{transform:rotate(-35deg);font-size:min(9rem,16vw);font-weight:700;color:var(--failed);opacity:.13;white-space:nowrap}
@media (max-width:48rem){.sheet{padding:1.2rem 1rem}.cover{min-height:0}table.wide{min-width:46rem}}
`;

/** A long report opens at once: what is not on the screen yet is laid out when it is reached. */
const LAZY = `
@media screen{article>section{content-visibility:auto;contain-intrinsic-size:auto 40rem}}
`;

const DARK = `
@media screen and (prefers-color-scheme:dark){
:root{--ink:#e3e8ed;--soft:#a7b0ba;--line:#3a4550;--paper:#141a21;--desk:#0d1116;--head:#1d252e;--link:#7fbdff;
--passed:#5fd08f;--warned:#f0b95a;--failed:#ff9b91;--errored:#d9a3ec;--timedOut:#e6b873;--skipped:#a7b0ba;--interrupted:#cbb8a3;
--mark:#7fbdff;--band:#1f3a57;color-scheme:dark}
.logo{background:#fff;border-radius:3px}}
`;

const PRINT = `
@media print{
body{background:none;font:10.5pt/1.5 "Noto Serif CJK SC","Source Han Serif SC","SimSun","Noto Serif SC",serif}
h1,h2,h3,th{font-family:"Noto Sans CJK SC","Source Han Sans SC","SimHei",sans-serif}
main{max-width:none;padding:0}
.sheet{border:0;border-radius:0;margin:0;padding:0}
.page{break-after:page}
.cover{min-height:230mm}
h2{font-size:16pt}h3{font-size:14pt}h2,h3{break-after:avoid}
table{font-size:9pt}thead{display:table-header-group}tr,figure,.check,.signatures{break-inside:avoid}
#summary table{margin:.4em 0;font-size:8.5pt;line-height:1.3}#summary h3{margin:.5em 0 .2em;font-size:11pt}#summary .verdict{font-size:18pt;margin:.3em 0 .1em}
#summary th,#summary td{padding:.14rem .3rem}#summary p{margin:.2em 0}#summary .check{margin:.5em 0}
.filter{display:none}tr.out{display:table-row}
a{color:inherit;text-decoration:none}
thead th,.facts th,.i-band{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.box{overflow:visible}
}
`;

/** As high as the lab wants it; the words stand at its foot. */
function sealPlace(seal: SealBox | null): string {
	return seal?.height == null
		? ''
		: `\n.seal{min-height:${seal.height}mm;display:flex;align-items:flex-end;justify-content:center;padding-top:0}\n`;
}

function pageBoxes({ reportNumber, classification, reportId, copy, pages }: Running): string {
	const [before = '', between = '', after = ''] = pages.split(/\{page\}|\{pages\}/u);
	const count = `${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)}`;
	const right = [classification, copy].filter((text) => text !== '').join('　');
	return `
@page{size:A4;margin:25mm 20mm 22mm 25mm;
@top-left{content:${cssString(reportNumber)};font-size:9pt}@top-right{content:${cssString(right)};font-size:9pt}
@bottom-left{content:${cssString(reportId)};font-size:8pt}@bottom-right{content:${count};font-size:9pt}}
@page:first{@top-left{content:none}@top-right{content:none}@bottom-left{content:none}@bottom-right{content:none}}
`;
}
