import type { Dice } from '../quarter/dice.ts'

export const AXES = ['transitions', 'territoires', 'usager', 'employeur', 'equipe'] as const

/** What one person does within the quarter that no colleague is shown, and on which day; `axis` of a commitment. */
export type Deed = {
  readonly kind: 'commitment' | 'support' | 'vote'
  readonly axis: string
  readonly day: number
}
export type Soul = { readonly direction: string; readonly deed?: Deed }

/**
 * One in five does one thing within the quarter, twice as many as came to the five workshop days of 2025. Half of those
 * whom the attacker asks about did it: of the others she asks about as many.
 */
export const SHARES = { commitment: 0.08, support: 0.06, vote: 0.06 } as const
export const RATE = SHARES.commitment + SHARES.support + SHARES.vote

/** People of each Direction, 6,700 in all. None is so large that its own luck would stand for all. */
export const SIZES: readonly number[] = [
  5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 19, 22, 26, 30, 34, 38, 42, 46, 50, 56, 62, 70, 78, 88, 98, 110, 124,
  140, 156, 176, 198, 224, 254, 288, 328, 376, 440, 520, 640, 1869,
]

export const directionAt = (at: number) => `direction-${at}`

/** The method file with Directions of `sizes` in the place of its own. */
export function methodWith(text: string, sizes: readonly number[]): string {
  const lines = sizes.map(
    (size, at) => `  - { id: ${directionAt(at)}, name: Direction ${at}, headcount: ${size} }`,
  )
  return text.replace(/^directions:\n(?: .*\n)+/m, `directions:\n${lines.join('\n')}\n`)
}

function deedOf(dice: Dice, days: number): Deed | undefined {
  const luck = dice.next()
  const axis = dice.one(AXES) ?? ''
  const day = dice.under(days)
  if (luck < SHARES.commitment) return { kind: 'commitment', axis, day }
  if (luck < SHARES.commitment + SHARES.support) return { kind: 'support', axis, day }
  return luck < RATE ? { kind: 'vote', axis, day } : undefined
}

export function populate(dice: Dice, sizes: readonly number[], days: number): readonly Soul[] {
  return sizes.flatMap((size, at) =>
    Array.from({ length: size }, () => {
      const deed = deedOf(dice, days)
      return { direction: directionAt(at), ...(deed && { deed }) }
    }),
  )
}
