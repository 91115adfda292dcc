import type { GroundedHeading, GroundingUsecases } from '../../features/grounding/index.ts'
import { placeOf, soughtOf } from '../../features/themes/placing.ts'
import { PROPOSAL_RULES, PROPOSAL_TOKENS } from '../../features/themes/proposal-usecases.ts'
import { LABELLED_IDEAS, type LabelledIdea } from './idea-set.ts'

export type ThemeFigures = {
  /** Themes that stand. */
  readonly stand: number
  readonly ideas: number
  /** Put under one of them by its words, and those of them whose label most of that theme’s ideas have. */
  readonly placed: number
  readonly alike: number
  /** Ideas of no theme, and those of them put under one. */
  readonly lone: number
  readonly lonePlaced: number
}

type Parts = { readonly grounding: Pick<GroundingUsecases, 'headings'> }
type Placed = LabelledIdea & { readonly under: string | undefined }

function placeUnder(headings: readonly GroundedHeading[], ideas: readonly LabelledIdea[]): readonly Placed[] {
  const themes = headings.map(({ words }, at) => soughtOf({ id: String(at), words }))
  return ideas.map(idea => ({ ...idea, under: placeOf(themes, idea.text) }))
}

/** How many of the ideas under one theme have the label that most of them have. */
function alikeIn(ideas: readonly Placed[]): number {
  return Math.max(0, ...[...Map.groupBy(ideas, ({ theme }) => theme).values()].map(({ length }) => length))
}

/** Has themes proposed for each axis, and puts the same ideas under them by their words, as somebody who signs them all would. */
export async function evaluateThemes({ grounding }: Parts): Promise<ThemeFigures> {
  let [stand, alike] = [0, 0]
  const all: Placed[] = []
  for (const ideas of Map.groupBy(LABELLED_IDEAS, ({ axis }) => axis).values()) {
    const headings = await grounding.headings({
      task: 'themes',
      caller: 'tab',
      language: 'fr',
      rules: PROPOSAL_RULES,
      texts: ideas.map(({ text }) => text),
      mostTokens: PROPOSAL_TOKENS,
    })
    const placed = placeUnder(headings, ideas)
    const groups = Map.groupBy(
      placed.filter(({ under }) => under !== undefined),
      ({ under }) => under,
    )
    stand += headings.length
    for (const group of groups.values()) alike += alikeIn(group.filter(({ theme }) => theme !== ''))
    all.push(...placed)
  }
  const under = all.filter(idea => idea.under !== undefined)
  return {
    stand,
    ideas: all.length,
    placed: under.length,
    alike,
    lone: all.filter(({ theme }) => theme === '').length,
    lonePlaced: under.filter(({ theme }) => theme === '').length,
  }
}
