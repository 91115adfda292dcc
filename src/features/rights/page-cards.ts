import type { Key } from '../../i18n/words.ts'
import { monthsOf } from '../../kernel/personal-data/data-part.ts'
import { escapeHtml } from '../../kernel/text/text.ts'
import { recordOf } from './data-file.ts'
import { type DataLine, lineOf, type Naming, type TableRows } from './domain.ts'
import type { LabelledValue, RightsContext } from './fact-cards.ts'
import { lineInWords, type Making, notHere } from './line-cards.ts'

const STYLE = [
  'body{max-width:44rem;margin:0 auto;padding:16px;font:16px/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff}',
  'h1{font-size:1.5rem}h2{margin-top:2rem;font-size:1.25rem}h3{margin:0;font-size:1rem}',
  'article{padding:12px 0;border-top:1px solid #c7c7c7}p,dd{overflow-wrap:anywhere}p{margin:4px 0}',
  'dl{margin:4px 0}dt{color:#565656;font-size:.875rem}dd{margin:0 0 4px}',
  'summary{padding:8px 0;cursor:pointer;font-size:.875rem}',
].join('')

function facts(all: readonly LabelledValue[]): string {
  if (all.length === 0) return ''
  const each = ({ label, value }: LabelledValue) =>
    `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`
  return `<dl>${all.map(each).join('')}</dl>`
}

/** A row: in words, then its fields as in the machine-readable file. */
function article(context: RightsContext, line: DataLine, zone: string): string {
  const { say, day } = context.words
  const { what, text, mark, at, facts: said = [] } = lineInWords(context, line)
  const fields = Object.entries(recordOf(line.row, zone)).map(([label, value]) => ({
    label,
    value: String(value ?? ''),
  }))
  const heading = at === undefined ? what : `${what}\u00A0· ${day(at)}`
  return [
    `<article><h3>${escapeHtml(heading)}</h3>`,
    text === undefined ? '' : `<p>${escapeHtml(text)}</p>`,
    mark === undefined ? '' : `<p><strong>${escapeHtml(mark)}</strong></p>`,
    facts(said),
    `<details><summary>${escapeHtml(say('data.file.fields'))}</summary>${facts(fields)}</details></article>`,
  ].join('')
}

/** A part: purpose, retention and readers, then its rows. */
function section(
  context: RightsContext,
  tables: readonly TableRows[],
  naming: Naming,
  making: Making,
): string {
  const { say } = context.words
  const part = tables[0]?.part ?? 'self'
  const about: readonly (readonly [Key, string])[] = [
    ['data.why', say(`data.${part}.why`)],
    ['data.until', say(`data.${part}.until` as Key, monthsOf(part, making.months))],
    ['data.seen', say(`data.${part}.seen`)],
  ]
  const rows = tables.flatMap(({ name, rows }) =>
    rows.map(row => article(context, lineOf(naming, name, row), making.zone)),
  )
  return [
    `<section><h2>${escapeHtml(say(`data.${part}`))}</h2><p>${escapeHtml(say(`data.${part}.what`))}</p>`,
    facts(about.map(([name, value]) => ({ label: say(name), value }))),
    ...rows,
    '</section>',
  ].join('')
}

/** The same as the machine-readable file, as a static page without scripts or requests. */
export function pageInWords(
  context: RightsContext,
  held: readonly TableRows[],
  naming: Naming,
  making: Making,
): string {
  const { say, day, language } = context.words
  const title = escapeHtml(say('data.title'))
  const parts = [...Map.groupBy(held, ({ part }) => part).values()]
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>`,
    '<meta name="viewport" content="width=device-width">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<style>${STYLE}</style></head><body><main><h1>${title}</h1>`,
    `<p>${escapeHtml(say('data.file.made', { date: day(making.at) }))}</p>`,
    ...parts.map(tables => section(context, tables, naming, making)),
    `<section><h2>${escapeHtml(say('data.file.absent'))}</h2>`,
    ...notHere(context.words).map(text => `<p>${escapeHtml(text)}</p>`),
    '</section></main></body></html>',
  ].join('\n')
}
