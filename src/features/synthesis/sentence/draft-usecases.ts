import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { isOn, MOST_KEPT, MOST_OF_AXIS, MOST_OF_THEME, type Sentence, type Synthesis } from './domain.ts'
import type { SentenceStore, SynthesisStore } from './rows.ts'

type Parts = {
  readonly syntheses: (tx: Tx) => SynthesisStore
  readonly sentences: (tx: Tx) => SentenceStore
  readonly ids: Ids
  readonly clock: Clock
}

/** What is being written on an axis, held until the transaction ends. */
export type HeldDraft = { readonly draft: Synthesis; readonly sentences: readonly Sentence[] }

export type SynthesisDrafts = ReturnType<typeof draftUsecases>

/** What all that writes a draft does first and last. */
export function draftUsecases({ syntheses, sentences, ids, clock }: Parts) {
  /** Copies `from` into the synthesis `to`, under ids of their own. */
  async function copy(tx: Tx, from: readonly Sentence[], to: string): Promise<void> {
    for (const { proposal: _, ...sentence } of from)
      await sentences(tx).add({ ...sentence, id: ids.next(), synthesis: to, origin: sentence.id })
  }

  async function begin(tx: Tx, axis: string): Promise<Synthesis> {
    const made: Synthesis = { id: ids.next(), axis, state: 'draft', changedAt: clock.now() }
    await syntheses(tx).add(made)
    const draft = await syntheses(tx).lock(axis, 'draft')
    if (!draft) throw new Error('a draft that was just begun is not there')
    const published = await syntheses(tx).find(axis, 'published')
    if (draft.id === made.id && published) await copy(tx, await sentences(tx).of(published.id), draft.id)
    return draft
  }

  /** How many more sentences a theme has room for. */
  function roomFor(held: readonly Sentence[], theme: string | undefined): number {
    const on = held.filter(isOn)
    const ofTheme = on.filter(each => each.theme === theme).length
    return Math.max(0, Math.min(MOST_OF_THEME - ofTheme, MOST_OF_AXIS - on.length))
  }

  return {
    copy,
    roomFor,

    /** The draft of an axis; the first act on it begins it, from what is published. */
    async hold(tx: Tx, axis: string): Promise<HeldDraft> {
      const draft = (await syntheses(tx).lock(axis, 'draft')) ?? (await begin(tx, axis))
      return { draft, sentences: await sentences(tx).of(draft.id) }
    },

    changed: (tx: Tx, { id }: Synthesis): Promise<void> => syntheses(tx).touch(id, clock.now()),

    /** @throws Refusal `sentences-full` */
    requireRoom(held: readonly Sentence[], theme: string | undefined): void {
      const details = { max: MOST_OF_THEME, all: MOST_OF_AXIS }
      if (roomFor(held, theme) === 0) throw new Refusal('sentences-full', details)
    },

    /** Adds sentences at the end; of those removed the first go once too many are kept. */
    async append(tx: Tx, held: readonly Sentence[], added: readonly Omit<Sentence, 'position'>[]) {
      const excess = held.length + added.length - MOST_KEPT
      if (excess > 0) {
        const removed = held.filter(each => !isOn(each))
        const oldest = removed.toSorted((one, other) => (one.decidedAt ?? 0) - (other.decidedAt ?? 0))
        await sentences(tx).remove(oldest.slice(0, excess).map(({ id }) => id))
      }
      const last = Math.max(0, ...held.map(({ position }) => position))
      for (const [at, sentence] of added.entries())
        await sentences(tx).add({ ...sentence, position: last + at + 1 })
    },
  }
}
