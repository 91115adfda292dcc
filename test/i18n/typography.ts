/** A no-break space that French asks for, and has not. `at`: where in the text, with what stands there now. */
type Fault = { readonly at: number; readonly stands: string; readonly sign: string; readonly rule: Rule }
type Rule = { readonly space: string; readonly side: 'before' | 'after'; readonly where: RegExp }

const WHOLE = '\u00A0'
const THIN = '\u202F'
const NAMES: Readonly<Record<string, string>> = { [WHOLE]: 'U+00A0', [THIN]: 'U+202F', ' ': 'a plain space' }

/** Each finds another space in the place of the right one, or nothing there. A value, `{name}`, counts as a word. */
const RULES: readonly Rule[] = [
  { space: THIN, side: 'before', where: /(?:[^\S\u202F]|(?<=[\p{L}\d)»}]))(?=[;?!%])/gu },
  { space: WHOLE, side: 'before', where: /[^\S\u00A0](?=:)|(?<=[\p{L})»}])(?=:(?!\/\/))/gu },
  { space: WHOLE, side: 'before', where: /(?:[^\S\u00A0]|(?<=\S))(?=»)/gu },
  { space: WHOLE, side: 'after', where: /(?<=«)(?:[^\S\u00A0]|(?=\S))/gu },
]

function faultsIn(text: string): readonly Fault[] {
  return RULES.flatMap(rule =>
    [...text.matchAll(rule.where)].map(({ index: at, 0: stands }) => ({
      at,
      stands,
      sign: rule.side === 'after' ? '«' : (text[at + stands.length] ?? ''),
      rule,
    })),
  ).sort((one, other) => one.at - other.at)
}

/** The text with each of its no-break spaces. */
export function typeset(text: string): string {
  return faultsIn(text).reduceRight(
    (done, { at, stands, rule }) => done.slice(0, at) + rule.space + done.slice(at + stands.length),
    text,
  )
}

const AROUND = 14

function told(text: string, { at, stands, sign, rule }: Fault): string {
  const name = NAMES[rule.space]
  const instead = stands === '' ? 'nothing' : (NAMES[stands] ?? 'another space')
  const before = text.slice(Math.max(0, at - AROUND), at)
  const behind = text.slice(at + stands.length, at + stands.length + AROUND)
  return `${name} belongs ${rule.side} ${sign}, ${instead} stands there: …${before}⟨${name}⟩${behind}…`
}

/** What is wrong with the French text at `key`, each place by itself, and the line to paste in its stead; '' when it is right. */
export function typographyFault(file: string, key: string, text: string): string {
  const faults = faultsIn(text)
  if (faults.length === 0) return ''
  const places = faults.map(fault => `  ${told(text, fault)}`)
  const line = `  write: ${JSON.stringify(key)}: ${JSON.stringify(typeset(text))}`
  return [`${file}, ${key}:`, ...places, line].join('\n')
}
