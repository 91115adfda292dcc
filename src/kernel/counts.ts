declare const shown: unique symbol

/** A figure about people that may be shown. Only this module makes one. */
export type Shown = number & { readonly [shown]: true }

/** The kinds that product.md, principle 5, lets everybody see exactly. */
export type ExactKind = 'seats' | 'supports' | 'open-ballot' | 'shared'

/** `value` as it is, for a figure of one of the kinds that are shown exactly. */
export function exact(_kind: ExactKind, value: number): Shown {
  return value as Shown
}
