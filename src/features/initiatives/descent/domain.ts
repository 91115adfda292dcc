import type { InitiativeTrialState, SheetPhase } from '../initiative/domain.ts'

/** An initiative that was taken up from another one. `direction`: absent where it would say who wrote an idea without a name. */
export type TakenUp = {
  readonly id: string
  readonly title: string
  readonly direction?: string
  readonly phase: SheetPhase
  readonly trial?: InitiativeTrialState
}

/** An idea that was inspired by an initiative, and is none yet. */
export type InspiredIdea = Omit<TakenUp, 'phase' | 'trial'>

/** The first of a Direction that took it up. `more`: it has others. */
export type FirstTaken = { readonly id: string; readonly more: boolean }

/** What an initiative is to a Direction. */
export type DirectionRow = {
  readonly direction: string
  readonly tries: boolean
  readonly generalised: boolean
  readonly taken?: TakenUp & { readonly more: boolean }
}

type Lived = {
  /** Ids of all Directions, in the programme's order. */
  readonly all: readonly string[]
  readonly trying: readonly string[]
  readonly generalised: readonly string[]
  /** By Direction. */
  readonly taken: ReadonlyMap<string, TakenUp & { readonly more: boolean }>
}

/** The Directions where it lives, in the programme's order, and how many others there are: never which is behind. */
export function rowsOf({ all, trying, generalised, taken }: Lived) {
  const [tried, general] = [new Set(trying), new Set(generalised)]
  const rows = all.flatMap((direction): DirectionRow[] => {
    const one = taken.get(direction)
    const row = { direction, tries: tried.has(direction), generalised: general.has(direction) }
    return row.tries || row.generalised || one ? [{ ...row, ...(one && { taken: one }) }] : []
  })
  return { rows, others: all.length - rows.length }
}
