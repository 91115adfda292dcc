import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { BoardUsecases, CountedBoard } from '../../themes/index.ts'
import type { CheckedSentence, SentenceChecks } from '../sentence/checks.ts'
import { SYNTHESIS_PERMISSIONS, type Synthesis } from '../sentence/domain.ts'
import type { ObjectionUsecases } from '../sentence/objection-usecases.ts'
import type { Objections } from '../sentence/objections.ts'
import type { CitedIdeaStore, SentenceStore, SynthesisStore } from '../sentence/rows.ts'

type Parts = {
  readonly programme: Pick<Programme, 'axes' | 'axis'>
  readonly syntheses: (tx: Tx) => Pick<SynthesisStore, 'find' | 'published'>
  readonly sentences: (tx: Tx) => Pick<SentenceStore, 'of'>
  readonly cited: (tx: Tx) => Pick<CitedIdeaStore, 'citedIn'>
  readonly objections: Pick<ObjectionUsecases, 'on'>
  readonly checks: SentenceChecks
  readonly boards: Pick<BoardUsecases, 'counted'>
  readonly people: Pick<PeopleUsecases, 'names'>
  readonly read: Transact
}

export type PublishedReading = {
  readonly board: CountedBoard
  readonly synthesis: Synthesis
  /** Those that their ideas still bear. */
  readonly sentences: readonly CheckedSentence[]
  readonly objections: Objections
  /** Name of who published it. */
  readonly by: string
}

export type PublishedUsecases = ReturnType<typeof publishedUsecases>

/** What was published, for everybody: what its ideas say now, as each of them is seen by everybody. */
export function publishedUsecases(parts: Parts) {
  const { programme, syntheses, sentences, cited, objections, checks, boards, people, read } = parts
  return {
    /** In the order of the axes. @throws Refusal `role-needed` */
    async list(actor: Actor): Promise<readonly Synthesis[]> {
      permit(SYNTHESIS_PERMISSIONS.readPublished, actor.role)
      const axes = programme.axes.map(({ id }) => id)
      const found = await read(tx => syntheses(tx).published(axes))
      return axes.flatMap(id => found.filter(({ axis }) => axis === id))
    },

    /** @throws Refusal `role-needed`, `gone` */
    async of(actor: Actor, axis: string): Promise<PublishedReading> {
      permit(SYNTHESIS_PERMISSIONS.readPublished, actor.role)
      if (!programme.axis(axis)) throw new Refusal('gone')
      const found = await read(async tx => {
        const synthesis = await syntheses(tx).find(axis, 'published')
        if (!synthesis) throw new Refusal('gone')
        const board = await boards.counted(tx, axis)
        const ideas = await cited(tx).citedIn(synthesis.id, axis)
        const themes = board.themes.map(({ id }) => id)
        const held = await sentences(tx).of(synthesis.id)
        const checked = held.map(sentence => checks.checked(sentence, ideas, themes))
        const sound = checked.filter(checks.holds)
        return { board, synthesis, sentences: sound, objections: await objections.on(tx, axis) }
      })
      const by = found.synthesis.published?.by ?? ''
      return { ...found, by: (await people.names([by])).get(by) ?? '' }
    },
  }
}
