import type { ButtonsPart, FactsPart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Commitment } from './domain.ts'

/** Tells it; or changes the words while its pilot did not publish them, and withdraws them at any time. */
function storyButtons(words: Words, { id, story }: Commitment, tellable = false): ButtonsPart['buttons'] {
  const { say } = words
  const data = { commitment: id }
  const form = (title: string) => ({ title, verb: 'commitments.story-form', data })
  if (!story) return tellable ? [form(say('story.offer'))] : []
  const withdraw = { title: say('story.withdraw'), verb: 'commitments.withdraw-story', data }
  return story.state === 'published' ? [withdraw] : [form(say('story.change')), withdraw]
}

/** What was told, and whether it is published; that its pilot laid it aside is told to nobody. */
export function storyFacts(words: Words, { story }: Commitment): FactsPart['facts'] {
  if (!story) return []
  const { state, publishedAt, at, text } = story
  const out = state === 'published' && publishedAt !== undefined
  const date = words.shortDay(out ? publishedAt : at)
  return [
    { icon: 'Megaphone', text: words.say(out ? 'story.state.published' : 'story.state.told', { date }) },
    { icon: 'Comment', text: words.say('story.state.words', { text: safe(text) }) },
  ]
}

type KeptButton = ButtonsPart['buttons'][number]
type KeptParts = {
  readonly tellable: boolean | undefined
  readonly share: readonly KeptButton[]
  readonly another: KeptButton
  readonly undo: readonly KeptButton[]
  readonly note: KeptButton
}

/** Of a kept one: telling it comes first; once told, what was told comes behind what comes next. */
export function keptButtons(
  words: Words,
  commitment: Commitment,
  { tellable, share, another, undo, note }: KeptParts,
): readonly KeptButton[] {
  const story = storyButtons(words, commitment, tellable)
  if (commitment.story) return [another, ...story, ...share, note]
  const acts = [...story, ...share, another]
  return [...acts.slice(0, 2), ...undo, ...acts.slice(2), note]
}
