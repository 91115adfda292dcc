import type { PlacedIdeaView, ThemeMoveInput } from '../../../contract/ideas/themes.ts'
import type { Translator } from '../../parts/words/translator.ts'
import type { Board } from './board-context.ts'

/** A place that an idea may go to, as the menu calls it, and what is said once it is there. */
export type MoveChoice = { readonly word: string; readonly done: string; readonly move: ThemeMoveInput }

/** Where an idea of a list stands: under a theme, alone, or still to be put somewhere. */
export type ListPlace =
  | { readonly part: 'theme'; readonly theme: string }
  | { readonly part: 'alone' | 'aside' }

/** What puts an idea back to where it is now. */
export function wayBack(axis: string, { byHand, stance }: PlacedIdeaView, place: ListPlace): ThemeMoveInput {
  if (!byHand) return { to: 'words', axis }
  if (place.part !== 'theme') return { to: 'alone', axis }
  return { to: 'theme', axis, theme: place.theme, ...(stance && { stance }) }
}

/** Where it may go: for or against its theme, under another, under none, or to where its words put it. */
export function moveChoices(
  { say }: Translator,
  { axis, themes }: Pick<Board, 'axis' | 'themes'>,
  { byHand, stance }: PlacedIdeaView,
  place: ListPlace,
): readonly MoveChoice[] {
  const own = place.part === 'theme' ? place.theme : undefined
  const stances: MoveChoice[] =
    own === undefined
      ? []
      : [
          ...(stance === 'for' ? [] : [{ word: say('theme.stance.for'), stance: 'for' as const }]),
          ...(stance === 'against'
            ? []
            : [{ word: say('theme.stance.against'), stance: 'against' as const }]),
          ...(stance ? [{ word: say('theme.stance.none') }] : []),
        ].map(({ word, ...said }) => ({
          word,
          done: say('theme.stance.done'),
          move: { to: 'theme', axis, theme: own, ...said },
        }))
  const others = themes
    .filter(({ id }) => id !== own)
    .map(
      ({ id, title }): MoveChoice => ({
        word: say('theme.move.under', { title }),
        done: say('theme.move.done', { title }),
        move: { to: 'theme', axis, theme: id },
      }),
    )
  const alone: MoveChoice = {
    word: say('theme.move.alone'),
    done: say('theme.move.alone.done'),
    move: { to: 'alone', axis },
  }
  const words: MoveChoice = {
    word: say('theme.move.words'),
    done: say('theme.move.words.done'),
    move: { to: 'words', axis },
  }
  return [...others, ...(place.part === 'alone' ? [] : [alone]), ...(byHand ? [words] : []), ...stances]
}
