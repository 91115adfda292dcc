import { fold } from '../../kernel/text/text.ts'
import { stemKey, stemsOf } from '../../search/stemming.ts'
import type { DeclaredTheme } from '../programme/index.ts'
import type { ThemeProposal } from './domain.ts'
import { soughtOf, wordsFound } from './placing.ts'
import type { BoardIdea } from './rows.ts'

/** An idea with those of the proposal's words that it holds. */
type SeenIdea = BoardIdea & { readonly reason: readonly string[] }
/** A proposal as it stands now: `words` and `ideas` are those that code still finds. */
export type StandingProposal = Pick<ThemeProposal, 'id' | 'title' | 'words'> & {
  readonly ideas: readonly SeenIdea[]
}

export const MOST_PROPOSED = 8
const FEWEST_WORDS = 3
const FEWEST_IDEAS = 2

type Taken = { readonly titles: ReadonlySet<string>; readonly words: ReadonlySet<string> }

const takenBy = (themes: readonly Pick<DeclaredTheme, 'title' | 'words'>[]): Taken => ({
  titles: new Set(themes.map(({ title }) => fold(title))),
  words: new Set(themes.flatMap(({ words }) => words.map(stemKey))),
})

/** The proposal with those of `free` words that an idea holds, and the ideas that hold one; undefined for too few of either. */
function standing(
  { id, title, words: proposed }: ThemeProposal,
  ideas: readonly BoardIdea[],
  taken: Taken,
): StandingProposal | undefined {
  if (taken.titles.has(fold(title))) return undefined
  const sought = soughtOf({ id, words: proposed.filter(word => !taken.words.has(stemKey(word))) })
  const seen = ideas
    .map(idea => ({ ...idea, reason: wordsFound(sought, new Set(stemsOf(idea.text))) }))
    .filter(({ reason }) => reason.length > 0)
  const held = new Set(seen.flatMap(({ reason }) => reason))
  const words = sought.words.map(({ word }) => word).filter(word => held.has(word))
  const isStanding = words.length >= FEWEST_WORDS && seen.length >= FEWEST_IDEAS
  return isStanding ? { id, title, words, ideas: seen } : undefined
}

/**
 * What is left of proposals beside the themes on the board and the ideas as they are now, both of which may have changed
 * since: no title and no word of another theme, nor of a proposal before it, and nothing that no idea of its own holds.
 * `ideas`: those that may be shown, by id.
 */
export function standingProposals(
  proposals: readonly ThemeProposal[],
  ideas: ReadonlyMap<string, BoardIdea>,
  themes: readonly DeclaredTheme[],
): readonly StandingProposal[] {
  const found: StandingProposal[] = []
  for (const proposal of proposals.filter(({ discardedAt }) => discardedAt === undefined)) {
    const own = proposal.ideas.flatMap(id => ideas.get(id) ?? [])
    const one = standing(proposal, own, takenBy([...themes, ...found]))
    if (one) found.push(one)
  }
  return found
}
