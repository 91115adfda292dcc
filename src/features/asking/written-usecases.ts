import type { Actor } from '../../kernel/access/actor.ts'
import { limitKey } from '../../kernel/requests/limits.ts'
import type { GroundingUsecases } from '../grounding/index.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import { type Answer, ideaQueryOf, type WrittenAnswer } from './domain.ts'

type Parts = {
  readonly ideas: Pick<IdeaUsecases, 'retrieve'>
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
export function writtenUsecases({ ideas, grounding, troubled }: Parts) {
  const nameFor = async (): Promise<string | undefined> =>
    (await grounding.isOn('asking')) ? grounding.name : undefined

  return {
    /** What the model is called; undefined where questions go to none. */
    nameFor,
    /**
     * Sent: the question and the text of ideas that the actor was just found, nothing else; never what may speak of distress.
     * Undefined, as without a model, where it says nothing that stands. Never awaited in a transaction: it takes seconds.
     */
    async written(actor: Actor, text: string, answer: Answer): Promise<WrittenAnswer | undefined> {
      const { question, skip, rows } = answer
      const found = rows.filter(({ kind }) => kind === 'idea').length
      if (skip > 0 || found < FEWEST || troubled(text)) return undefined
      const name = await nameFor()
      if (name === undefined) return undefined
      const read = async () => (await ideas.retrieve(actor, ideaQueryOf(question), 0, READ)).items
      const items = await read()
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
      // An idea that was hidden, erased or reworded meanwhile takes the sentences that cite it.
      const now = new Map((await read()).map(idea => [idea.id, idea]))
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
