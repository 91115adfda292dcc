import { FunctionUtils } from 'adaptive-expressions'

/** Stands for the error that the library would report of an expression; what it says is the library's to tell. */
export const FAULT = Symbol('fault')

const isNumber = (value: unknown) => typeof value === 'number' && !Number.isNaN(value)

/** Whether two values are equal to the library: none and none, numbers next to each other, lists and objects in depth. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (one == null || other == null) return one == null && other == null
  if (typeof one === 'object' || typeof other === 'object') return FunctionUtils.commonEquals(one, other)
  if (typeof one === 'number' && typeof other === 'number' && Math.abs(one - other) < Number.EPSILON)
    return true
  return one === other
}

export type Sign = '<' | '<=' | '>' | '>='

type Ordered = number | string | Date

const COMPARE: Readonly<Record<Sign, (one: Ordered, other: Ordered) => boolean>> = {
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
}

const isOrdered = (one: unknown, other: unknown) =>
  (isNumber(one) && isNumber(other)) ||
  (typeof one === 'string' && typeof other === 'string') ||
  (one instanceof Date && other instanceof Date)

/** Two numbers, texts or dates are compared, anything else is a fault. */
export function compare(sign: Sign, one: unknown, other: unknown): unknown {
  return isOrdered(one, other) ? COMPARE[sign](one as Ordered, other as Ordered) : FAULT
}

/** Everything but false and nothing: 0 and '' too. */
export const isTrue = (value: unknown) => (typeof value === 'boolean' ? value : value != null)

/** Letters of a text, items of a list, properties of an object. */
export function count(value: unknown): unknown {
  if (typeof value === 'string' || Array.isArray(value)) return value.length
  if (value instanceof Map) return value.size
  return typeof value === 'object' && value !== null ? Object.keys(value).length : FAULT
}

/** Letters of a text, none where there is none. */
export function lengthOf(value: unknown): unknown {
  if (value === undefined) return 0
  return typeof value === 'string' ? value.length : FAULT
}

const isTerm = (value: unknown) => value === undefined || typeof value === 'string' || isNumber(value)

/** Two numbers are added, texts joined. */
export function add(one: unknown, other: unknown): unknown {
  if (!isTerm(one) || !isTerm(other)) return FAULT
  if (typeof one === 'number' && typeof other === 'number') return one + other
  if (one === undefined) return typeof other === 'number' ? FAULT : (other ?? '')
  if (other === undefined) return typeof one === 'number' ? FAULT : one
  return `${one}${other}`
}

export const subtract = (one: unknown, other: unknown): unknown =>
  isNumber(one) && isNumber(other) ? (one as number) - (other as number) : FAULT

export const multiply = (one: unknown, other: unknown): unknown =>
  isNumber(one) && isNumber(other) ? (one as number) * (other as number) : FAULT
