import type { FactsPart, FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { placesText } from '../../channels/index.ts'
import { ICON } from '../commitment/cards.ts'
import { readersOf, type StoryForm } from './domain.ts'

type FormData = HeaderPart &
  TitlePart &
  FactsPart &
  FooterPart & {
    readonly id: string
    readonly nonce: string
    readonly text: PlainText
    /** Says that a private note is among the words; '' when it is not. */
    readonly note: string
    readonly named: 'yes' | 'no'
    readonly signatures: readonly { readonly title: PlainText; readonly value: 'yes' | 'no' }[]
    /** Says that few people work there; '' when they are many. */
    readonly small: string
    readonly send: string
    /** Closes it and sends nothing. */
    readonly back: string
  }

export type StoryFormCard = CardOf<'commitments/stories/form', FormData>

/** Who reads it first, what then may happen, and where. `reader`: id of whoever reads the sentence. */
export function readersText(
  words: Words,
  { pilots, channels }: Pick<StoryForm, 'pilots' | 'channels'>,
  reader: string,
): string {
  const places = safe(placesText(words, channels))
  const readers = readersOf({ pilots }, reader)
  if (readers.length === 0) return words.say('story.read.self', { places })
  const names = readers.map(safe).join(', ')
  return words.say('story.read', { count: readers.length, names, places })
}

/** What is shared, of a commitment that only its owner sees. */
function onlyText({ say }: Words, { commitment: { visibility } }: StoryForm): string {
  return say(visibility === 'me' ? 'story.only.me' : 'story.only')
}

type Draft = { readonly nonce: string; readonly text?: string; readonly named?: boolean }

/** The words to tell, who will read them, and whether to sign. `text`, `named`: what was chosen before a refusal. */
export function storyFormCard(words: Words, form: StoryForm, reader: string, draft: Draft): StoryFormCard {
  const { say } = words
  const { text = form.text, named = form.named, nonce } = draft
  const { commitment, firstName, noted, small } = form
  const told = commitment.story !== undefined
  return {
    template: 'commitments/stories/form',
    data: {
      icon: ICON,
      kind: say('commit.kind.plain'),
      title: say(told ? 'story.change' : 'story.title'),
      facts: [
        { icon: 'Eye', text: readersText(words, form, reader) },
        { icon: 'Info', text: onlyText(words, form) },
      ],
      id: commitment.id,
      nonce,
      text: prefilled(text),
      note: noted && text === form.text ? say('story.noted') : '',
      named: named ? 'yes' : 'no',
      signatures: [
        { title: plain(say('story.unsigned')), value: 'no' },
        { title: plain(say('story.signed', { name: firstName })), value: 'yes' },
      ],
      small: small ? say('story.small') : '',
      send: say(told ? 'save' : 'idea.send'),
      back: say(told ? 'commit.back' : 'story.not'),
      footer: say('story.rules'),
    },
  }
}
