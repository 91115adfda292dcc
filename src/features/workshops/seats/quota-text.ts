import { Refusal } from '../../../kernel/errors/refusal.ts'
import { cleanLines, fold, runAtEnd } from '../../../kernel/text/text.ts'
import type { SeatQuotas } from './domain.ts'

type Direction = { readonly id: string; readonly name: string }

/** Limit of lines: exceeds the Directions of any programme. */
const LINES_READ = 500
/** Limits of a line: letters of a name, digits of its seats. */
const NAME_LENGTH = 200
const DIGITS = 5

/**
 * Splits a line into a name and a whole number, separated by a space, colon, semicolon or equals sign.
 * @throws Refusal `quota-line`
 */
function partsOf(typed: string, line: number): { readonly name: string; readonly seats: number } {
  const digits = runAtEnd(typed, /\d/)
  const between = runAtEnd(typed.slice(0, digits), /[\s:;=]/u)
  const name = typed.slice(0, between)
  const said = typed.length > digits && typed.length - digits <= DIGITS && between < digits
  const oneSign = typed.slice(between, digits).trim().length <= 1
  if (!said || !oneSign || !/[\p{L}\p{N})]$/u.test(name)) throw new Refusal('quota-line', { line })
  return { name, seats: Number(typed.slice(digits)) }
}

/** Whether `text` contains `name` as whole words. */
function says(text: string, name: string): boolean {
  const words = (each: string) => ` ${each.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
  return words(text).includes(words(name))
}

/**
 * The Direction that `typed` names: by its full name or id, or by words that only its name has.
 * @throws Refusal `quota-unknown`, `quota-vague`, with the `line`
 */
function directionAt(typed: string, directions: readonly Direction[], line: number): Direction {
  if (typed.length > NAME_LENGTH) throw new Refusal('quota-unknown', { line })
  const name = fold(typed)
  const whole = directions.find(each => fold(each.name) === name || each.id === name)
  if (whole) return whole
  const [found, other] = directions.filter(each => says(fold(each.name), name))
  if (!found) throw new Refusal('quota-unknown', { line })
  if (other) throw new Refusal('quota-vague', { line })
  return found
}

/**
 * Parses typed quotas, a Direction per line: « Direction des finances 12 », « lycées : 40 ».
 * @throws Refusal `quota-line`, `quota-unknown`, `quota-vague`, `quota-twice`, each with the `line`
 */
export function quotasIn(text: string, directions: readonly Direction[]): SeatQuotas {
  const quotas = new Map<string, number>()
  for (const [at, typed] of cleanLines(text).slice(0, LINES_READ).entries()) {
    const line = at + 1
    const { name, seats } = partsOf(typed, line)
    const { id } = directionAt(name, directions, line)
    if (quotas.has(id)) throw new Refusal('quota-twice', { line })
    quotas.set(id, seats)
  }
  return quotas
}

/** Formats quotas as they are typed, in the programme's order. */
export function quotaLines(quotas: SeatQuotas, directions: readonly Direction[]): string {
  return directions.map(({ id, name }) => `${name} ${quotas.get(id) ?? 0}`).join('\n')
}

/** @throws Refusal `quota-sum` unless they share out exactly `seats` */
export function checkQuotaSum(quotas: SeatQuotas, seats: number): void {
  const count = [...quotas.values()].reduce((sum, each) => sum + each, 0)
  if (count !== seats) throw new Refusal('quota-sum', { count, seats, differ: Math.abs(seats - count) })
}
