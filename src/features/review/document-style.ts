import type { Axis, Programme } from '../programme/index.ts'

/** What a colour of a method file is: it stands in a style sheet, where nothing is escaped. */
const COLOUR = /^#[0-9a-f]{6}$/i

const LIGHT = '--page:#fff;--text:#1b1a19;--quiet:#54524f;--line:#d6d3d0;--soft:#f5f3f1;--brand:#444791;'
const DARK = '--page:#1b1a19;--text:#f3f2f1;--quiet:#bdb9b5;--line:#4a4745;--soft:#262423;--brand:#b4b6f5;'

/** For the screen, light; then dark, contrast, a phone, and A4. */
const SHEET = `
:root{color-scheme:light dark;${LIGHT}--ink:var(--brand);--tint:var(--soft)}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.55 system-ui,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}
.sheet{max-width:50rem;margin:0 auto;padding:48px 24px 64px}
h1,h2,h3,p,dl,dd,ul,figure{margin:0}
h1,h2,h3{line-height:1.2;text-wrap:balance;overflow-wrap:anywhere}
p,li,td,th,dd{overflow-wrap:anywhere}
a{color:var(--brand)}
a:focus-visible{outline:2px solid var(--brand);outline-offset:2px}
.kicker{color:var(--brand);font-weight:600;letter-spacing:.02em}
header h1{margin-top:4px;font-size:2.5rem;letter-spacing:-.01em}
header .place{margin-top:8px;font-size:1.25rem;line-height:1.4}
header .dates{margin-top:12px;color:var(--quiet)}
.opening{margin-top:32px;padding-left:20px;border-left:4px solid var(--brand);font-size:1.1875rem;line-height:1.6}
nav{margin-top:32px;padding-top:16px;border-top:1px solid var(--line)}
nav h2{font-size:1rem}
nav ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(16rem,100%),1fr));gap:0 24px;margin-top:4px;padding:0;list-style:none}
nav a{display:block;padding:4px 0}
main>section{margin-top:56px}
main>section>h2,footer h2{padding-top:12px;border-top:3px solid var(--text);font-size:1.5rem}
.about{margin-top:8px;color:var(--quiet)}
.figures{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:16px;margin-top:20px}
.figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end;padding:12px 0;border-top:1px solid var(--line)}
.figures dt{color:var(--quiet);font-size:.875rem;line-height:1.35}
.figures dd{font-size:2rem;font-weight:600;line-height:1.2;font-variant-numeric:tabular-nums}
.figures .long{font-size:1.375rem;line-height:1.745}
.said{margin-top:16px;font-size:1.125rem}
.said+.about{margin-top:4px}
.axis{margin-top:40px;padding-top:0}
.axis>header{padding:14px 16px 14px 18px;border-left:6px solid var(--ink);background:var(--tint)}
.axis>header h3{color:var(--ink);font-size:1.375rem}
.axis>header p{margin-top:4px}
.axis h4{margin:24px 0 0;font-size:1.0625rem;line-height:1.3}
.axis .written{margin-top:6px}
.axis>:is(table,.bar,.legend){margin-top:16px}
table{width:100%;margin-top:16px;border-collapse:collapse;font-variant-numeric:tabular-nums}
caption{padding-bottom:6px;color:var(--quiet);font-size:.875rem;line-height:1.4;text-align:left}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{padding:8px 12px 8px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}
thead th{color:var(--quiet);font-size:.875rem;vertical-align:bottom;border-bottom-color:var(--quiet)}
.steps :is(th,td):first-child{width:7rem}.steps tbody th{color:var(--ink);font-weight:600}
.number{width:7.5rem;text-align:left}
.narrow .number{width:6rem}
tr>:last-child{padding-right:0}
svg{display:block;width:100%}
td svg{height:6px;margin-top:5px}
.bar svg{height:14px}
rect{fill:var(--ink)}
.half{fill-opacity:.45}
.rest{fill:var(--page);stroke:var(--ink);stroke-width:1;vector-effect:non-scaling-stroke}
.legend{display:flex;flex-wrap:wrap;gap:2px 20px;margin-top:6px;padding:0;list-style:none;font-size:.875rem}
.legend li{display:flex;gap:8px;align-items:center}
.legend svg{flex:none;width:14px;height:14px}
.initiatives{margin-top:8px;padding:0;list-style:none}
.initiatives li{padding:10px 0;border-bottom:1px solid var(--line)}
.initiatives strong{display:block;font-weight:600}
.initiatives span,.more{color:var(--quiet);font-size:.875rem}
.more{margin-top:8px}
.ballot{margin-top:32px}
.ballot .about{margin-top:4px;font-size:.875rem}
.ballot h3{font-size:1.125rem}
footer{margin-top:56px}
footer li{margin-top:6px}
footer ul{margin-top:8px;padding-left:1.25rem}
@media (max-width:35rem){
.sheet{padding:24px 16px 40px}
header h1{font-size:1.875rem}
.figures{grid-template-columns:repeat(2,minmax(0,1fr));gap:0 16px}
.figures dd{font-size:1.625rem}.figures .long{font-size:1.25rem;line-height:1.56}
.steps :is(th,td):first-child{width:5.75rem}
.number{width:4.75rem}.narrow .number{width:4rem}
.narrow{font-size:.875rem}.narrow thead th{font-size:.75rem}
th,td{padding-right:8px}
}
@media (forced-colors:active){
rect{fill:CanvasText;forced-color-adjust:none}.rest{fill:Canvas;stroke:CanvasText}
}
@page{size:A4;margin:17mm 16mm 18mm;@bottom-right{content:counter(page) "\\2009/\\2009" counter(pages);font:9pt system-ui,sans-serif;color:#54524f}}
@media print{
:root{color-scheme:light}
body{font-size:10.5pt;line-height:1.5;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.sheet{max-width:none;padding:0}
nav{display:none}
h2,h3,h4,caption,thead,.axis>header,.steps{break-after:avoid}
tr,li,.figures,.bar,.axis>header{break-inside:avoid}
.ballot{break-inside:avoid-page}
main>section{margin-top:24pt}
th,td{padding-top:5px;padding-bottom:5px}
.opening{margin-top:18pt}
.figures{margin-top:10pt}
.axis{margin-top:24pt}
p{orphans:3;widows:3}
header h1{font-size:28pt}
.figures .long{font-size:1.25rem;line-height:1.92}
}
`

const ruleOf = (theme: 'light' | 'dark') =>
  function rule({ slot, colours }: Axis): string {
    const { ink, tint } = colours[theme]
    return COLOUR.test(ink) && COLOUR.test(tint) ? `.slot-${slot}{--ink:${ink};--tint:${tint}}` : ''
  }

/** The file's style sheet, with the programme's own colours. Dark is for screens alone: paper is white. */
export function documentStyle({ axes }: Pick<Programme, 'axes'>): string {
  const dark = `@media screen and (prefers-color-scheme:dark){:root{${DARK}}${axes.map(ruleOf('dark')).join('')}}`
  return axes.map(ruleOf('light')).join('') + SHEET.replaceAll('\n', '') + dark
}
