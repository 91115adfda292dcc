import type { Dice } from '../quarter/dice.ts'

export const AXES = ['transitions', 'territoires', 'usager', 'employeur', 'equipe'] as const
export type DeedKind = 'commitment' | 'support' | 'vote'

/** What one person does within the quarter that no colleague is shown, and on which day; `axis` of a commitment. */
export type Deed = { readonly kind: DeedKind; readonly axis: string; readonly day: number }
export type Soul = { readonly direction: string; readonly deed?: Deed }

/** How many people do each of it, of all. */
export type Shares = Readonly<Record<DeedKind, number>>
export type Place = { readonly id: string; readonly people: number }
export type Population = {
  readonly name: string
  readonly shares: Shares
  readonly placesOf: (seed: number) => readonly Place[]
}

export const rateOf = ({ commitment, support, vote }: Shares): number => commitment + support + vote

/** People of each Direction, 6,700 in all. None is so large that its own luck would stand for all. */
export const SIZES: readonly number[] = [
  5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 19, 22, 26, 30, 34, 38, 42, 46, 50, 56, 62, 70, 78, 88, 98, 110, 124,
  140, 156, 176, 198, 224, 254, 288, 328, 376, 440, 520, 640, 1869,
]

/** Of another name in each round: thresholds are drawn by name, and one draw is not to stand for all. */
export const placesOf = (sizes: readonly number[], seed: number): readonly Place[] =>
  sizes.map((people, at) => ({ id: `direction-${seed}-${at}`, people }))

/** One in five does one thing within the quarter, twice as many as came to the five workshop days of 2025. */
export const QUIET: Population = {
  name: 'quiet',
  shares: { commitment: 0.08, support: 0.06, vote: 0.06 },
  placesOf: seed => placesOf(SIZES, seed),
}

/** Those Directions that the method file at `text` has, where one in four votes: two in five do one thing. */
export function usualIn(text: string): Population {
  const sizes = [...text.matchAll(/^ {2}- \{ id: .* headcount: (\d+) \}$/gm)].map(([, people]) =>
    Number(people),
  )
  return {
    name: 'usual',
    shares: { commitment: 0.08, support: 0.06, vote: 0.26 },
    placesOf: seed => placesOf(sizes, seed),
  }
}

/** The method file with `places` for its Directions. */
export function methodWith(text: string, places: readonly Place[]): string {
  const lines = places.map(({ id, people }) => `  - { id: ${id}, name: ${id}, headcount: ${people} }`)
  return text.replace(/^directions:\n(?: .*\n)+/m, `directions:\n${lines.join('\n')}\n`)
}

function deedOf(dice: Dice, { commitment, support, vote }: Shares, days: number): Deed | undefined {
  const luck = dice.next()
  const axis = dice.one(AXES) ?? ''
  const day = dice.under(days)
  if (luck < commitment) return { kind: 'commitment', axis, day }
  if (luck < commitment + support) return { kind: 'support', axis, day }
  return luck < commitment + support + vote ? { kind: 'vote', axis, day } : undefined
}

export function populate(
  dice: Dice,
  places: readonly Place[],
  shares: Shares,
  days: number,
): readonly Soul[] {
  return places.flatMap(({ id, people }) =>
    Array.from({ length: people }, () => {
      const deed = deedOf(dice, shares, days)
      return { direction: id, ...(deed && { deed }) }
    }),
  )
}
