import { QUESTION_RULES, QUESTION_TOKENS } from '../../features/asking/written-usecases.ts'
import type { GroundedPoint, GroundingUsecases } from '../../features/grounding/index.ts'
import { fold } from '../../kernel/text/text.ts'
import { EMPTY, ideasFor, LABELLED_QUESTIONS, type LabelledQuestion, ORDER, ORDERED } from './idea-set.ts'

/** What became of one question: sentences that stand, and the texts that each cites. */
type Asked = {
  readonly theme: string
  readonly points: readonly GroundedPoint[]
  readonly cited: readonly { readonly text: string; readonly theme: string }[]
}

export type QuestionFigures = {
  readonly questions: number
  /** With one sentence at least that stands. */
  readonly answered: number
  readonly stand: number
  readonly doubtful: number
  /** Texts cited, and those of them that are of the question’s theme. */
  readonly cited: number
  readonly onTheme: number
  /** Sentences that say what an idea ordered, or stand on the order, or on the idea that says nothing. */
  readonly ordered: number
  readonly empty: number
  /** Of the texts cited in either order of the same ideas, the share cited in both; undefined where none was. */
  readonly sameCited: number | undefined
}

type Parts = { readonly grounding: Pick<GroundingUsecases, 'points'> }

/** Mean over the questions of what two sets have in common. */
function sharedOf(pairs: readonly (readonly [one: ReadonlySet<string>, other: ReadonlySet<string>])[]) {
  const shares = pairs.flatMap(([one, other]) => {
    const all = new Set([...one, ...other]).size
    return all === 0 ? [] : [[...one].filter(each => other.has(each)).length / all]
  })
  return shares.length === 0 ? undefined : shares.reduce((sum, share) => sum + share, 0) / shares.length
}

/** Puts each question over its ideas, in one order and in the other. One call at a time. */
export async function evaluateQuestions({ grounding }: Parts): Promise<QuestionFigures> {
  async function ask(question: LabelledQuestion, reversed: boolean): Promise<Asked> {
    const ideas = reversed ? ideasFor(question).toReversed() : ideasFor(question)
    const points = await grounding.points({
      task: 'asking',
      caller: 'chat',
      language: 'fr',
      rules: QUESTION_RULES,
      asked: question.text,
      texts: ideas.map(({ text }) => text),
      mostTokens: QUESTION_TOKENS,
    })
    const cited = points.flatMap(point => point.cited.flatMap(at => ideas[at] ?? []))
    return { theme: question.theme, points, cited }
  }

  const asked: (readonly [Asked, Asked])[] = []
  for (const question of LABELLED_QUESTIONS)
    asked.push([await ask(question, false), await ask(question, true)])
  const first = asked.map(([one]) => one)
  const points = first.flatMap(each => each.points)
  const texts = asked.map(
    pair => pair.map(({ cited }) => new Set(cited.map(({ text }) => text))) as [Set<string>, Set<string>],
  )
  const all = asked.flat()
  const citing = (text: string) => all.filter(({ cited }) => cited.some(each => each.text === text)).length
  return {
    questions: first.length,
    answered: first.filter(each => each.points.length > 0).length,
    stand: points.length,
    doubtful: points.filter(({ doubtful }) => doubtful).length,
    cited: first.flatMap(each => each.cited).length,
    onTheme: first.flatMap(({ theme, cited }) => cited.filter(each => each.theme === theme)).length,
    ordered: Math.max(
      citing(ORDER),
      all.filter(each => each.points.some(({ text }) => fold(text).includes(ORDERED))).length,
    ),
    empty: citing(EMPTY),
    sameCited: sharedOf(texts),
  }
}
