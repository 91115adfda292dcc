import type { SharedCommitmentView } from '../../../contract/commitments.ts'

/** Commitments that say the same under one axis; `id`: that of the first. */
export type SameWording = {
  readonly id: string
  readonly axis: string
  readonly all: readonly [SharedCommitmentView, ...SharedCommitmentView[]]
}

/** The same sentence, whatever its capitals and its full stop. */
function keyOf({ axis, text }: SharedCommitmentView): string {
  const said = text.normalize('NFC').trim().toLowerCase()
  return `${axis} ${said.endsWith('.') ? said.slice(0, -1) : said}`
}

/** Each sentence once, where it was first said, with all who say it. */
export function alike(items: readonly SharedCommitmentView[]): readonly SameWording[] {
  return [...Map.groupBy(items, keyOf).values()].flatMap(([first, ...rest]) =>
    first ? [{ id: first.id, axis: first.axis, all: [first, ...rest] as const }] : [],
  )
}

/** The one of them that is mine, or after which I took one; else the first. */
export function standingIn({ all }: SameWording): SharedCommitmentView {
  return all.find(({ mine }) => mine) ?? all.find(({ joined }) => joined) ?? all[0]
}
