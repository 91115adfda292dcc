import type { GroundedPoint, GroundingUsecases } from '../../features/grounding/index.ts'
import { SLOTS } from '../../features/synthesis/sentence/domain.ts'
import {
  SENTENCES_ON_ALONE,
  SENTENCES_ON_THEME,
  SENTENCES_TOKENS,
} from '../../features/synthesis/writing/proposal-usecases.ts'
import { LABELLED_IDEAS, type LabelledIdea } from './idea-set.ts'

export type SentenceFigures = {
  readonly themes: number
  /** With one sentence at least that stands. */
  readonly written: number
  readonly stand: number
  readonly doubtful: number
  /** Ideas of no theme, and those of them that a sentence of their own says. */
  readonly lone: number
  readonly loneSaid: number
}

type Parts = { readonly grounding: Pick<GroundingUsecases, 'points'> }

/** Has sentences proposed on each theme, and on the ideas of an axis that are under none. One call at a time. */
export async function evaluateSentences({ grounding }: Parts): Promise<SentenceFigures> {
  const ask = (ideas: readonly LabelledIdea[], theme: string) =>
    grounding.points({
      task: 'themes',
      caller: 'tab',
      language: 'fr',
      rules: theme === '' ? SENTENCES_ON_ALONE : SENTENCES_ON_THEME,
      texts: ideas.map(({ text }) => text),
      mostTokens: SENTENCES_TOKENS,
      ...(theme !== '' && { asked: theme, slots: SLOTS }),
    })
  const groups = Map.groupBy(LABELLED_IDEAS, ({ axis, theme }) => `${axis} ${theme}`)
  const onThemes: (readonly GroundedPoint[])[] = []
  let [lone, loneSaid] = [0, 0]
  for (const ideas of groups.values()) {
    const theme = ideas[0]?.theme ?? ''
    const points = await ask(ideas, theme)
    if (theme === '') {
      lone += ideas.length
      loneSaid += new Set(points.flatMap(({ cited }) => (cited.length === 1 ? cited : []))).size
    } else onThemes.push(points)
  }
  const points = onThemes.flat()
  return {
    themes: onThemes.length,
    written: onThemes.filter(each => each.length > 0).length,
    stand: points.length,
    doubtful: points.filter(({ doubtful }) => doubtful).length,
    lone,
    loneSaid,
  }
}
