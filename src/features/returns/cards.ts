import type { FootPart, HeaderPart, TabPart, TitlePart } from '../../cards/parts.ts'
import { plain, safe } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import type { CardOf, PlainText, SafeText } from '../../kernel/text/card.ts'
import { foot, type Message } from '../messages/index.ts'
import { MOST_ROWS, type Move } from './domain.ts'

type MovesData = HeaderPart &
  TitlePart &
  FootPart &
  TabPart & {
    readonly rows: readonly {
      readonly title: SafeText
      readonly text: string
      readonly act: string
      /** The act with its object, for screen readers that read buttons one by one. */
      readonly tooltip: string
      readonly data: Readonly<Record<string, string | number>>
    }[]
    /** « et 3 autres »; '' where all are on the card. */
    readonly others: string
  }
export type MovesCard = CardOf<'returns/moves', MovesData>

type Shown = Pick<Message, 'id' | 'round'>

/** Letters of a title in a row: two lines of a phone. */
const TITLE = 66

/** Cut between two words, where there are any. */
function titleOf(text: string): PlainText {
  const letters = [...text]
  if (letters.length <= TITLE) return plain(text)
  const cut = letters.slice(0, TITLE - 1).join('')
  const space = cut.lastIndexOf(' ')
  return plain(`${space > 0 ? cut.slice(0, space) : cut}…`)
}

/** What a notification shows, and the card's title. */
export function movesTitle({ say }: Words, moves: readonly Move[]): string {
  return moves.length === 0 ? say('return.none') : say('return.title', { count: moves.length })
}

/**
 * What one touched that moved; `moves`: one for each thing. A row only opens it: an act from here would replace the card,
 * and the other rows be gone.
 */
export function movesCard(words: Words, shown: Shown, moves: readonly Move[]): MovesCard {
  const { say } = words
  const rows = moves.slice(0, MOST_ROWS)
  const more = moves.length - rows.length
  return {
    template: 'returns/moves',
    data: {
      icon: 'Comment',
      kind: say('message.kind', { topic: say('message.topic.idea-answered') }),
      ...(more > 0 && { inTab: { tab: 'personal', wanted: '' } as const }),
      title: movesTitle(words, moves),
      rows: rows.map(move => {
        const { title, what, open } = move.line
        const text = titleOf(title)
        return {
          title: safe(text),
          text: what,
          act: open,
          tooltip: say('act.on', { act: open, text }),
          data: { message: shown.id, round: shown.round, item: move.id },
        }
      }),
      others: more > 0 ? say('return.others', { count: more }) : '',
      ...foot(words, shown, moves.length > 0),
    },
  }
}

/** Under a thing's own card, opened from the row: back to all rows. */
export function itemFoot(words: Words, shown: Shown): FootPart {
  const { say } = words
  const back = {
    title: say('message.back'),
    verb: 'returns.message',
    data: { message: shown.id, round: shown.round },
    mode: 'primary',
  } as const
  return { foot: [back, ...foot(words, shown).foot] }
}
