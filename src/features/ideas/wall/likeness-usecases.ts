import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Candidate } from '../similarity/domain.ts'
import { type LeaderStem, mostLike, sharingMost } from './likeness.ts'

/** An idea among those alike. `leads`: new ones are compared with it. */
export type Alike = { readonly likeness?: string; readonly leads: boolean }

export type LikenessStore = {
  /** Workshop and time (ms) of an idea that was said at one. */
  readonly placeOf: (id: string) => Promise<{ readonly workshop: string; readonly at: number } | undefined>
  readonly alikeOf: (id: string) => Promise<Alike | undefined>
  /** Stems among `stems` that those who lead have, of the last to come first, but for `id`. */
  readonly leaderStems: (
    workshop: string,
    id: string,
    stems: readonly string[],
  ) => Promise<readonly LeaderStem[]>
  readonly stemsOf: (ids: readonly string[]) => Promise<readonly Candidate[]>
  readonly putAlike: (id: string, workshop: string, alike: Alike & { readonly at: number }) => Promise<void>
  /** Whether any but `id` goes by this likeness. */
  readonly isShared: (workshop: string, likeness: string, id: string) => Promise<boolean>
  /** Has the first of those alike lead in place of `id`. */
  readonly leadNext: (workshop: string, likeness: string, id: string) => Promise<void>
}

type Parts = {
  readonly store: (tx: Tx) => LikenessStore
  readonly newId: () => string
}

export type LikenessUsecases = ReturnType<typeof likenessUsecases>

/**
 * Which ideas of a wall are alike, decided once, as their words are written: the same on every screen, whatever is hidden since.
 * Two that are written at the same moment on two instances may miss each other.
 */
export function likenessUsecases({ store, newId }: Parts) {
  async function ledBy(tx: Tx, workshop: string, id: string, stems: readonly string[]) {
    const rows = await store(tx).leaderStems(workshop, id, stems)
    const leader = mostLike(stems, rows, await store(tx).stemsOf(sharingMost(rows)))
    return leader === undefined ? undefined : (await store(tx).alikeOf(leader))?.likeness
  }

  /** Another leads those that were alike, whose likeness stays what it is. @returns whether there are any */
  async function leave(tx: Tx, workshop: string, id: string, before: Alike | undefined): Promise<boolean> {
    const { likeness, leads } = before ?? { leads: false }
    if (likeness === undefined || !(await store(tx).isShared(workshop, likeness, id))) return false
    if (leads) await store(tx).leadNext(workshop, likeness, id)
    return likeness === id
  }

  return {
    /** Compares an idea's new words; none: it is like nothing any more. Called with its row locked, or just added. */
    async compare(tx: Tx, id: string, stems: readonly string[]): Promise<void> {
      const place = await store(tx).placeOf(id)
      if (!place) return
      const { workshop, at } = place
      const isNameTaken = await leave(tx, workshop, id, await store(tx).alikeOf(id))
      if (stems.length === 0) return store(tx).putAlike(id, workshop, { leads: false, at })
      const likeness = await ledBy(tx, workshop, id, stems)
      const own = isNameTaken ? newId() : id
      await store(tx).putAlike(id, workshop, { likeness: likeness ?? own, leads: likeness === undefined, at })
    },
  }
}
