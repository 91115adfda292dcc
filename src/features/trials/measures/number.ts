import { Refusal } from '../../../kernel/errors/refusal.ts'
import { cleanLine, fold } from '../../../kernel/text/text.ts'

/** Beyond it no number is one that somebody counted. */
const LARGEST = 1e12
/** Code units of a number and its unit. */
const LONGEST = 80

/** Groups of three, by a space of any width, an apostrophe, a point or a comma. */
const GROUPED = /^\d{1,3}(?:([ \u00A0\u2009\u202F'’.,])\d{3})(?:\1\d{3})*/
const PLAIN = /^\d+/
const DECIMALS = /^[.,]\d+/

type Read = { readonly value: number; readonly rest: string }

/** Digits without what groups them; a point or comma groups only what another sign, or another group, follows. */
function wholeOf(text: string): { readonly digits: string; readonly rest: string } | undefined {
  const [grouped = '', sign = ''] = GROUPED.exec(text) ?? []
  const rest = text.slice(grouped.length)
  const digits = grouped.replaceAll(sign, '')
  const isPoint = sign === '.' || sign === ','
  const other = DECIMALS.test(rest) && rest[0] !== sign
  const many = grouped.length - digits.length > 1
  if (grouped !== '' && !/^\d/.test(rest) && (!isPoint || other || many)) return { digits, rest }
  const [plain = ''] = PLAIN.exec(text) ?? []
  return plain === '' ? undefined : { digits: plain, rest: text.slice(plain.length) }
}

function readNumber(text: string): Read | undefined {
  const sign = /^[-−–+]/.exec(text)?.[0] ?? ''
  const whole = wholeOf(text.slice(sign.length).trimStart())
  if (!whole) return undefined
  const [decimals = ''] = DECIMALS.exec(whole.rest) ?? []
  const size = Number(`${whole.digits}.${decimals.slice(1)}0`)
  const value = Math.round(size * 1_000) / 1_000
  // No minus before nothing.
  const signed = sign === '' || sign === '+' || value === 0 ? value : -value
  return { value: signed, rest: whole.rest.slice(decimals.length) }
}

/** « jours » and « jour » are one, and so are « min » and « min. ». */
const bare = (word: string) => fold(word).replace(/\.$/, '').replace(/s$/, '')

/** Whether what follows the number is the unit, or the words it begins with. */
function isUnit(rest: string, unit: string): boolean {
  const said = rest.split(' ').map(bare)
  const known = cleanLine(unit)
    .replaceAll(/[\u00A0\u2009\u202F]/g, ' ')
    .split(' ')
    .map(bare)
  return rest === '' || (unit !== '' && said.every((word, at) => word === known[at]))
}

/**
 * A number as somebody typed it, with the measure's unit or without: « 12,5 », « 1 200 », « 30 % ». Three decimals.
 * @throws Refusal `number-unclear`
 */
export function numberOf(typed: string, unit: string): number {
  const line = cleanLine(typed)
  const read = line.length > LONGEST ? undefined : readNumber(line)
  const rest = read?.rest.replaceAll(/[\u00A0\u2009\u202F]/g, ' ').trim() ?? ''
  if (!read || Math.abs(read.value) >= LARGEST || !isUnit(rest, unit)) throw new Refusal('number-unclear')
  return read.value
}

/** How many times more or less than the last one is asked about again. */
const FAR = 10

/** Whether `value` is far from the `last` one: ten times more or less, or on the other side of nothing. */
export function isFar(value: number, last: number): boolean {
  if (last === 0) return false
  const times = value / last
  return times > FAR || times < 1 / FAR
}
