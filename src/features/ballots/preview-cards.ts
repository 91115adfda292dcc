import { type Drawn, type Preview, postedOf, previewOf, type Render } from '../../cards/preview.ts'
import type { Words } from '../../i18n/words.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Language } from '../../kernel/language.ts'
import type { Programme } from '../programme/index.ts'
import { summaryOf } from './cards.ts'
import type { BallotSeen } from './domain.ts'
import type { Draft } from './draft.ts'
import type { Nearness } from './last-day.ts'
import { postedCard } from './posted-cards.ts'

export type { Render }

type PostingParts = {
  readonly words: (language: Language) => Words
  readonly programme: Pick<Programme, 'axis' | 'directions'>
  readonly home: Language
}

/** An open ballot's card as it stands in its channels, in their language. `nearness`: on its last day. */
export function postedBallot(
  { words, programme, home }: PostingParts,
  ballot: BallotSeen,
  nearness?: Nearness,
): Drawn {
  const voice = { words: words(home), programme }
  return { card: postedCard(voice, ballot, nearness), language: home, summary: summaryOf(voice, ballot) }
}

/** A ballot as it is opened, now or at its hour: nobody voted yet. */
export type Opening = {
  readonly draft: Draft
  readonly named: readonly string[]
  readonly voters: number | undefined
}

function openedNow({ draft, named, voters }: Opening, now: number): BallotSeen {
  const options = draft.options.map((option, at) => ({ ...option, id: `${at}`, votes: 0, voters: 0 }))
  const unvoted = { id: '', organiser: '', votes: 0, createdAt: now, called: true }
  return { ...draft, ...unvoted, options, named, voters, opensAt: now, stage: 'open' }
}

export type Previews = ReturnType<typeof previewsOf>

/** What will be posted once it is open, before it is: drawn by what posts it, for the chat and for a tab. */
export function previewsOf(parts: PostingParts & { readonly render: Render; readonly clock: Clock }) {
  const { words, home, render, clock } = parts
  return (opening: Opening): { readonly posted: readonly object[]; readonly preview: Preview } => {
    const drawn = postedBallot(parts, openedNow(opening, clock.now()))
    const posted = postedOf(render, drawn, titles => words(home).say('card.buttons', { titles }))
    return { posted, preview: previewOf(render, drawn) }
  }
}
