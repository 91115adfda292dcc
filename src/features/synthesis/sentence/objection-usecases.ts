import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import { isOn, type Sentence, SYNTHESIS_PERMISSIONS } from './domain.ts'
import { type Objections, objectionsOn, saying, stands, takingBack, wordingOf } from './objections.ts'
import type { CitedIdeaStore, ObjectionStore, SentenceStore, SynthesisStore } from './rows.ts'

type Parts = {
  readonly syntheses: (tx: Tx) => Pick<SynthesisStore, 'axisOf' | 'lock' | 'find'>
  readonly sentences: (tx: Tx) => Pick<SentenceStore, 'of'>
  readonly cited: (tx: Tx) => Pick<CitedIdeaStore, 'among'>
  readonly objections: (tx: Tx) => ObjectionStore
  readonly transact: Transact
  readonly clock: Clock
  readonly zone: string
}

export type ObjectionUsecases = ReturnType<typeof objectionUsecases>

/** « Ce n’est pas ce que j’ai dit »: nobody is told by whom, and it is shown from the next day on. */
export function objectionUsecases(parts: Parts) {
  const { syntheses, sentences, cited, objections, transact, clock, zone } = parts
  const today = () => dateIn(clock.now(), zone)

  /** A published sentence, held, and the one being written that it is a copy of. @throws Refusal `gone` */
  async function holdOf(tx: Tx, id: string) {
    const axis = await syntheses(tx).axisOf(id)
    const synthesis = axis === undefined ? undefined : await syntheses(tx).lock(axis, 'published')
    const found = synthesis && (await sentences(tx).of(synthesis.id)).find(each => each.id === id)
    const draft = synthesis && (await syntheses(tx).find(synthesis.axis, 'draft'))
    const written = draft ? await sentences(tx).of(draft.id) : []
    if (!synthesis || !found || !written.some(each => each.id === found.origin)) throw new Refusal('gone')
    return { axis: synthesis.axis, sentence: found, origin: found.origin ?? '' }
  }

  async function isCited(tx: Tx, axis: string, { ideas }: Sentence, { id }: Actor): Promise<boolean> {
    return [...(await cited(tx).among(ideas, axis)).values()].some(({ author }) => author === id)
  }

  return {
    /**
     * An author of an idea that a published sentence cites objects to its words, or takes it back. An idea that was merged into
     * a cited one is not cited: the words are those of the other author. The same again changes nothing.
     * @throws Refusal `role-needed`, `gone`, `not-yours`
     */
    async object(actor: Actor, id: string, objects: boolean): Promise<void> {
      permit(SYNTHESIS_PERMISSIONS.object, actor.role, 'own')
      await transact(async tx => {
        const { axis, sentence, origin } = await holdOf(tx, id)
        const [wording, person] = [wordingOf(sentence.text), actor.id]
        const former = await objections(tx).find(origin, person)
        // What they said is theirs to take back, whatever became of their idea.
        const isTheirs = stands(former, wording) || (await isCited(tx, axis, sentence, actor))
        permit(SYNTHESIS_PERMISSIONS.object, actor.role, isTheirs ? 'own' : 'others')
        if (objects) {
          await objections(tx).put(saying(former, { sentence: origin, person, wording }, today()))
        } else if (stands(former, wording)) {
          const kept = takingBack(former, today())
          await (kept ? objections(tx).put(kept) : objections(tx).remove(former))
        }
      })
    },

    /** What the objections on an axis say today. */
    on: async (tx: Tx, axis: string): Promise<Objections> =>
      objectionsOn(await objections(tx).of(axis), today(), zone),

    /** Once others are published, those to words that nobody can read any more go. `held`: what is being written. */
    async settle(tx: Tx, axis: string, held: readonly Sentence[]): Promise<void> {
      const wordings = new Map(held.filter(isOn).map(({ id, text }) => [id, wordingOf(text)]))
      for (const each of await objections(tx).of(axis))
        if (wordings.get(each.sentence) !== each.wording) await objections(tx).remove(each)
    },

    /** Those taken back go once they are shown no more. */
    forget: (): Promise<void> => transact(tx => objections(tx).forget(today())),
  }
}
