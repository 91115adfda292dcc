import type { ButtonsPart, TitlePart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import { openingRow } from '../../asking/index.ts'
import { horizonText } from '../../commitments/index.ts'
import { button, commandButton } from './cards.ts'
import type { RelatedThing, Utterance, WaitingThing } from './domain.ts'

type Row = {
  readonly text: SafeText
  readonly detail: string
  readonly act: string
  readonly tooltip: string
  readonly verb: string
  readonly data: object
}
export type UtteranceRowsCard = CardOf<
  'utterances/utterance/rows',
  TitlePart & ButtonsPart & { readonly sentence: string; readonly rows: readonly Row[] }
>

/** Where each kind of thing is opened. */
const OPENS = {
  offer: { verb: 'workshops.mine', field: 'workshop', act: 'utterance.see' },
  workshop: { verb: 'workshops.mine', field: 'workshop', act: 'utterance.see' },
  ballot: { verb: 'ballots.choose', field: 'ballot', act: 'ballot.vote' },
  idea: { verb: 'ideas.show', field: 'idea', act: 'utterance.see' },
  commitment: { verb: 'commitments.show', field: 'commitment', act: 'commit.open' },
} as const

const rowOf = (words: Words, kind: keyof typeof OPENS, id: string, title: string, detail: string): Row =>
  openingRow(words, OPENS[kind], id, title, detail)

function detailOf(words: Words, thing: WaitingThing): string {
  const { say, day, time, shortDay } = words
  if (thing.kind === 'commitment')
    return say('utterance.waiting.commitment', { horizon: horizonText(words, thing.horizon) })
  if (thing.kind === 'idea') return say('utterance.waiting.idea')
  if (thing.kind === 'workshop')
    return say('utterance.waiting.workshop', { day: day(thing.at), time: time(thing.at) })
  const until = { date: shortDay(thing.at), time: time(thing.at) }
  return say(thing.kind === 'offer' ? 'utterance.waiting.offer' : 'utterance.waiting.ballot', until)
}

/** A greeting: what waits for that person, then what they can write. `commands`: three at most. */
export function greetingCard(
  words: Words,
  name: string,
  things: readonly WaitingThing[],
  commands: readonly string[],
): UtteranceRowsCard {
  const { say } = words
  return {
    template: 'utterances/utterance/rows',
    data: {
      title: say('utterance.greeting.title', { name: safe(name) }),
      sentence: say(things.length === 0 ? 'utterance.greeting.nothing' : 'utterance.greeting.waiting', {
        count: things.length,
      }),
      rows: things.map(thing => rowOf(words, thing.kind, thing.id, thing.title, detailOf(words, thing))),
      buttons: commands.map(command => commandButton(words, command)),
    },
  }
}

/** What shares words with a message; the way back keeps it. */
export function relatedCard(
  words: Words,
  { id, text }: Utterance,
  found: readonly RelatedThing[],
): UtteranceRowsCard {
  const { say } = words
  const quoted = text.slice(0, 120).toWellFormed()
  return {
    template: 'utterances/utterance/rows',
    data: {
      title: say(found.length === 0 ? 'utterance.found.none' : 'utterance.found'),
      sentence: say('utterance.quote', { text: safe(quoted) }),
      rows: found.map(({ kind, id: thing, title }) =>
        rowOf(words, kind, thing, title, say(`utterance.kind.${kind}`)),
      ),
      buttons: [button(say('utterance.back'), 'utterances.show', { utterance: id })],
    },
  }
}
