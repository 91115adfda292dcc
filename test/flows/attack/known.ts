import type { Soul } from './world.ts'

/**
 * What the attacker knows: the application alone; what nine in ten did, in the whole programme, and when; what all others of
 * a Direction did; what everybody else did. The last reads the last vote in an exact total.
 */
export const ATTACKERS = ['app', 'nine', 'all', 'everybody'] as const
export type Attacker = (typeof ATTACKERS)[number]

const FOLDS = 10

/** Whom she knows among those whom a figure counts, and how many she does not, her target aside. */
export type Known = { readonly souls: readonly Soul[]; readonly unknown: number }

/**
 * Targets of one Direction of whom, and of whose others, she knows as much. `far`: of the whole programme; absent where she
 * knows nothing of it, since it then says the same of everybody.
 */
export type Group = { readonly targets: readonly Soul[]; readonly near: Known; readonly far?: Known }

function knownOf(all: readonly Soul[], told: (soul: Soul) => boolean): Known {
  const some = all.filter(told)
  return { souls: some, unknown: all.length - some.length - 1 }
}

/** Everybody is in one of ten folds, of which she knows nine. */
function foldGroups(souls: readonly Soul[]) {
  const folds = new Map(souls.map((soul, index) => [soul, index % FOLDS]))
  const beyond = (nth: number) => (soul: Soul) => folds.get(soul) !== nth
  const far = Array.from({ length: FOLDS }, (_, nth) => knownOf(souls, beyond(nth)))
  return (own: readonly Soul[]): readonly Group[] =>
    far
      .map((known, nth) => ({
        targets: own.filter(soul => folds.get(soul) === nth),
        near: knownOf(own, beyond(nth)),
        far: known,
      }))
      .filter(({ targets }) => targets.length > 0)
}

/** To who knows all the others, all who did nothing look the same. `souls`: nobody where she knows a Direction alone. */
function aloneGroups(souls: readonly Soul[]) {
  return (own: readonly Soul[]): readonly Group[] => {
    const idle = own.filter(({ deed }) => !deed)
    const one = (targets: readonly Soul[], target: Soul): Group => ({
      targets,
      near: knownOf(own, soul => soul !== target),
      ...(souls.length > 0 && { far: knownOf(souls, soul => soul !== target) }),
    })
    return [
      ...own.filter(({ deed }) => deed).map(target => one([target], target)),
      ...idle.slice(0, 1).map(first => one(idle, first)),
    ]
  }
}

/** Of one Direction's people, targets of whom she knows as much. */
export const GROUPS: Readonly<
  Record<Attacker, (souls: readonly Soul[]) => (own: readonly Soul[]) => readonly Group[]>
> = {
  app: () => own => [{ targets: own, near: knownOf(own, () => false) }],
  nine: foldGroups,
  all: () => aloneGroups([]),
  everybody: aloneGroups,
}
