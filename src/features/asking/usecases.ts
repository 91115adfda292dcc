import type { Actor } from '../../kernel/access/actor.ts'
import { permit } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { Programme } from '../programme/index.ts'
import {
  type Answer,
  ASKING_PERMISSIONS,
  type AskedKind,
  FILTERS,
  type Filter,
  type FoundThing,
  ideaQueryOf,
  PAGE,
  type Question,
} from './domain.ts'
import type { listUsecases } from './lists-usecases.ts'
import { readQuestion } from './reading.ts'

type Parts = {
  readonly ideas: Pick<IdeaUsecases, 'retrieve'>
  readonly list: ReturnType<typeof listUsecases>
  readonly programme: Pick<Programme, 'axes' | 'directions' | 'zone'>
  readonly clock: Clock
}

export type AskingUsecases = ReturnType<typeof askingUsecases>

/** What each kind of thing can be narrowed by: nothing else is said back of it. */
const NARROWED: Readonly<Record<AskedKind, readonly Filter[]>> = {
  idea: FILTERS,
  workshop: ['mine', 'axis', 'period'],
  ballot: ['period'],
  initiative: ['mine', 'axis', 'direction'],
  commitment: ['mine', 'axis', 'direction'],
}
/** Of other kinds, beside ideas, where none is asked for. */
const BESIDE = { workshop: 2, ballot: 1 } as const

/** The question without the filters that were loosened, or that say nothing of its kind. */
function narrowed(read: Question, loosened: readonly Filter[]): Question {
  const { kind, terms } = read
  const kept = NARROWED[kind ?? 'idea'].filter(filter => !loosened.includes(filter))
  const filters = Object.fromEntries(
    kept.flatMap(name => (read[name] === undefined ? [] : [[name, read[name]]])),
  )
  return { ...(kind !== undefined && { kind }), ...filters, terms }
}

/** How to look: what was loosened, and from which row on. */
export type Looking = { readonly loosened?: readonly Filter[]; readonly skip?: number }

/** What answers a question: rows that each feature shows to who asks. Nothing of the question is kept. */
export function askingUsecases({ ideas, list, programme, clock }: Parts) {
  async function ofIdeas(actor: Actor, question: Question, skip: number) {
    const { items, ...found } = await ideas.retrieve(actor, ideaQueryOf(question), skip, PAGE)
    return { ...found, rows: items.map((idea): FoundThing => ({ kind: 'idea', idea })) }
  }

  /** Things of other kinds that share a word, where the question names none and narrows nothing. */
  async function beside(actor: Actor, question: Question): Promise<readonly FoundThing[]> {
    if (question.terms.length === 0 || FILTERS.some(filter => question[filter] !== undefined)) return []
    const found = []
    for (const kind of ['workshop', 'ballot'] as const)
      found.push((await list(actor, kind, question)).things.slice(0, BESIDE[kind]))
    return found.flat()
  }

  async function ofOthers(actor: Actor, kind: Exclude<AskedKind, 'idea'>, question: Question, skip: number) {
    const { things, more, held } = await list(actor, kind, question)
    const words = question.terms.map(({ word }) => word)
    return {
      rows: things.slice(skip, skip + PAGE),
      count: things.length,
      more,
      words: words.filter(word => held.has(word)),
      missing: words.filter(word => !held.has(word)),
    }
  }

  return {
    /** Undefined where the question names nothing to look for. `text`: not longer than a question. */
    async answer(
      actor: Actor,
      text: string,
      { loosened = [], skip = 0 }: Looking = {},
    ): Promise<Answer | undefined> {
      permit(ASKING_PERMISSIONS.ask, actor.role)
      const question = narrowed(readQuestion(text, actor, programme, clock.now()), loosened)
      const { kind, terms } = question
      const isEmpty =
        kind === undefined && terms.length === 0 && !FILTERS.some(each => question[each] !== undefined)
      if (isEmpty && loosened.length === 0) return undefined
      if (kind !== undefined && kind !== 'idea')
        return { question, loosened, skip, ...(await ofOthers(actor, kind, question, skip)) }
      const { rows, ...found } = await ofIdeas(actor, question, skip)
      const others = kind === undefined && skip === 0 ? await beside(actor, question) : []
      return { question, loosened, skip, ...found, rows: [...rows, ...others] }
    },
  }
}

/** @throws Refusal `question-unclear` */
export function clear(answer: Answer | undefined): Answer {
  if (!answer) throw new Refusal('question-unclear')
  return answer
}
