import type { FooterPart, TitlePart } from '../../../cards/parts.ts'
import { plain, prefilled, prefilledLines } from '../../../cards/text.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import { PARTICIPANTS } from '../../../kernel/access/permission.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import type { Programme } from '../../programme/index.ts'
import type { NamedThing } from '../broadcast/domain.ts'
import { thingText } from '../broadcast/text-cards.ts'
import { TEXT_LIMIT } from './domain.ts'
import { type BroadcastFormFields, NO_THING, ofDirections } from './form.ts'

type Choice = { readonly title: PlainText; readonly value: string }

type FormData = TitlePart &
  FooterPart & {
    readonly fields: Readonly<Record<keyof BroadcastFormFields, PlainText>>
    readonly audiences: readonly Choice[]
    /** Empty unless the audience is one of Directions: the list has up to thirty checkboxes. */
    readonly directions: readonly Choice[]
    /** Says that a list is incomplete; '' where all are complete. */
    readonly cut: string
    readonly things: readonly Choice[]
    readonly most: number
  }

export type BroadcastFormCard = CardOf<'broadcasts/drafts/form', FormData>

type FormParts = {
  readonly words: Words
  readonly directions: Programme['directions']
  /** Series, workshops and ballots that a broadcast can show. */
  readonly things: readonly NamedThing[]
  /** Workshops as an audience. */
  readonly workshops: readonly NamedThing[]
  /** Whether there are more of these. */
  readonly more: boolean
  readonly fields: BroadcastFormFields
}

/** Bytes for the choices of one field, so that the card stays under 28 kB with the longest text. */
const LIST_SIZE = 4_000

/** As many choices as fit, in their order. */
function fitting(choices: readonly Choice[]): readonly Choice[] {
  let left = LIST_SIZE
  const first = choices.findIndex(choice => {
    left -= Buffer.byteLength(JSON.stringify(choice)) + 1
    return left < 0
  })
  return choices.slice(0, first < 0 ? choices.length : first)
}

function audiencesIn({ say }: Words, workshops: readonly NamedThing[]): readonly Choice[] {
  return [
    { title: plain(say('cast.to.everybody')), value: 'everybody' },
    { title: plain(say('cast.to.directions')), value: 'directions' },
    { title: plain(say('cast.to.channels')), value: 'channels' },
    ...PARTICIPANTS.map(role => ({
      title: plain(say(`cast.to.role.${role}` as Key)),
      value: `role:${role}`,
    })),
    ...workshops.map(({ id, title }) => ({
      title: plain(say('cast.to.workshop', { title })),
      value: `workshop:${id}`,
    })),
  ]
}

export function formCard({
  words,
  directions,
  things,
  workshops,
  more,
  fields,
}: FormParts): BroadcastFormCard {
  const audiences = audiencesIn(words, workshops)
  const choices = directions.map(({ id, name }) => ({ title: plain(name), value: id }))
  const named = ofDirections(fields) ? choices : []
  const offered = things.map(thing => ({
    title: plain(thingText(words, thing, thing.title)),
    value: `${thing.kind}:${thing.id}`,
  }))
  const { text, audience, thing, nonce, broadcast } = fields
  const cut = more || [audiences, named, offered].some(list => fitting(list).length < list.length)
  return {
    template: 'broadcasts/drafts/form',
    data: {
      title: words.say('cast.form.title'),
      fields: {
        text: prefilledLines(text.slice(0, 4 * TEXT_LIMIT)),
        audience: prefilled(audience),
        directions: prefilled(fields.directions),
        thing: prefilled(thing === '' ? NO_THING : thing),
        nonce: prefilled(nonce),
        broadcast: prefilled(broadcast),
      },
      audiences: fitting(audiences),
      directions: fitting(named),
      cut: cut ? words.say('cast.form.cut') : '',
      things: [{ title: plain(words.say('cast.with.nothing')), value: NO_THING }, ...fitting(offered)],
      most: TEXT_LIMIT,
      footer: words.say('cast.form.footer'),
    },
  }
}
