import type { Actor } from '../../kernel/access/actor.ts'
import { limitKey } from '../../kernel/requests/limits.ts'
import type { Transact } from '../../kernel/storage/tx.ts'
import type { GroundingUsecases } from '../grounding/index.ts'
import type { IdeaUsecases, Retrieved } from '../ideas/index.ts'
import { type Answer, ideaQueryOf, type WrittenAnswer } from './domain.ts'

type Parts = {
  readonly ideas: Pick<IdeaUsecases, 'retrieve' | 'submittable'>
  readonly read: Transact
  readonly grounding: GroundingUsecases
  /** Whether a text may speak of distress. */
  readonly troubled: (text: string) => boolean
}

export type WrittenUsecases = ReturnType<typeof writtenUsecases>

/** Ideas that the model reads, the best first; of fewer than two there is nothing to say. */
const READ = 10
const FEWEST = 2
const MOST_SENTENCES = 3
/** Of an answer. */
export const QUESTION_TOKENS = 500

/** What a model is told to do with a question. */
export const QUESTION_RULES = `Somebody asks the question whose alias is "asked". Answer it in one to three short sentences, from the other texts alone: ideas of agents of an administration.`

/** What a model writes of the ideas that answer a question, where the operator has set one up. */
export function writtenUsecases({ ideas, read, grounding, troubled }: Parts) {
  const nameFor = async ({ aiOptOut }: Actor): Promise<string | undefined> =>
    !aiOptOut && (await grounding.isOn('asking')) ? grounding.name : undefined

  /** The best of what is found whose authors let a model read it. */
  async function readable(actor: Actor, { question }: Answer): Promise<Retrieved['items']> {
    const { items } = await ideas.retrieve(actor, ideaQueryOf(question), 0, READ)
    const found = items.map(({ id }) => id)
    const allowed = await read(tx => ideas.submittable(tx, found))
    return items.filter(({ id }) => allowed.has(id))
  }

  return {
    /** What the model is called; undefined where the actor’s questions go to none. */
    nameFor,
    /**
     * Sent: the question and the text of ideas that the actor was just found, nothing else; never what may speak of distress,
     * nor a word of who chose that theirs go to no model.
     * Undefined, as without a model, where it says nothing that stands. Never awaited in a transaction: it takes seconds.
     */
    async written(actor: Actor, text: string, answer: Answer): Promise<WrittenAnswer | undefined> {
      const { skip, rows } = answer
      const found = rows.filter(({ kind }) => kind === 'idea').length
      if (skip > 0 || found < FEWEST || troubled(text)) return undefined
      const name = await nameFor(actor)
      if (name === undefined) return undefined
      const items = await readable(actor, answer)
      if (items.length < FEWEST) return undefined
      const points = await grounding.points({
        task: 'asking',
        caller: 'chat',
        language: actor.language,
        rules: QUESTION_RULES,
        texts: items.map(idea => idea.text),
        asked: text,
        who: limitKey(actor),
        mostTokens: QUESTION_TOKENS,
      })
      if (points.length === 0) return undefined
      // An idea that was hidden, erased, kept from models or reworded meanwhile takes the sentences that cite it.
      const now = new Map((await readable(actor, answer)).map(idea => [idea.id, idea]))
      const sentences = points.flatMap(({ cited, ...point }) => {
        const stood = cited.flatMap(at => items[at] ?? [])
        const still = stood.flatMap(({ id, text }) => (now.get(id)?.text === text ? (now.get(id) ?? []) : []))
        return still.length === cited.length
          ? [{ text: point.text, doubtful: point.doubtful, ideas: still }]
          : []
      })
      return sentences.length === 0 ? undefined : { name, sentences: sentences.slice(0, MOST_SENTENCES) }
    },
  }
}
