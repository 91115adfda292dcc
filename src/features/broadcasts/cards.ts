import type { ButtonsPart, FactsPart, FooterPart, HeaderPart, TitlePart } from '../../cards/parts.ts'
import { plain, safe } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import type { CardOf, SafeText } from '../../kernel/card.ts'
import { exact } from '../../kernel/counts.ts'
import { audienceText, excerptOf, type Titles, thingText, type Voice } from './audience-cards.ts'
import type { Broadcast } from './domain.ts'
import { progressFacts, rehearsalFacts } from './figure-cards.ts'
import type { FormCard } from './form-cards.ts'
import type { MessageCard } from './message-cards.ts'
import type { BroadcastGlance, BroadcastSeen, Stage } from './progress.ts'

type Button = ButtonsPart['buttons'][number]

type SheetData = HeaderPart &
  TitlePart &
  FactsPart &
  ButtonsPart &
  FooterPart & {
    /** The text in full, while it can still be changed. */
    readonly lines: readonly { readonly text: SafeText }[]
  }

type ListData = TitlePart & {
  readonly items: readonly ListItem[]
  readonly empty: string
  readonly mayWrite: boolean
  /** Where the next page starts; '' on the last one. */
  readonly next: string
}

export type ListItem = {
  readonly id: string
  readonly title: SafeText
  readonly audience: SafeText
  readonly state: string
  readonly act: string
  /** The act with what it is about, for who hears buttons one by one. */
  readonly tooltip: string
}

export type SheetCard = CardOf<'broadcasts/sheet', SheetData>
export type ListCard = CardOf<'broadcasts/list', ListData>
export type BroadcastCard = SheetCard | ListCard | FormCard | MessageCard

const TONES = {
  draft: 'neutral',
  running: 'brand',
  paused: 'warning',
  stopped: 'neutral',
  done: 'good',
} as const satisfies Record<Stage, NonNullable<HeaderPart['badge']>['tone']>

function stageText({ say }: Words, stage: Stage): string {
  return say(`cast.stage.${stage}` as const)
}

function addressFacts(voice: Voice, { audience, thing }: Broadcast, titles: Titles): FactsPart['facts'] {
  const to = { icon: 'People', text: safe(audienceText(voice, audience, titles)) }
  const icon = thing?.kind === 'ballot' ? 'Vote' : 'CalendarLtr'
  return [to, ...(thing ? [{ icon, text: safe(thingText(voice.words, thing, titles.thing)) }] : [])]
}

/** Its acts by where it stands, the likeliest first. Each carries what it makes of it, never « the other way round ». */
function actsOn(words: Words, { broadcast, progress, rehearsal }: BroadcastSeen): readonly Button[] {
  const { say } = words
  const { id, version, again, audience } = broadcast
  const act = (title: string, verb: string, more: object = {}): Button => ({
    title,
    verb: `broadcasts.${verb}`,
    data: { broadcast: id, ...more },
  })
  const inChannels = audience.kind === 'channels'
  const count = exact('reach', rehearsal?.reached ?? 0)
  const start = say(inChannels ? 'cast.start.channels' : 'cast.start', { count })
  const edit = act(say('cast.edit'), 'form')
  const stop = act(say('cast.stop'), 'stop')
  const refresh = act(say('cast.refresh'), 'show')
  const unknown = exact('reach', progress.tally.unknown)
  const repeat = say(inChannels ? 'cast.again.channels' : 'cast.again', { count: unknown })
  const repeats = unknown > 0 ? [act(repeat, 'again', { again: again + 1 })] : []
  switch (progress.stage) {
    case 'draft':
      return rehearsal
        ? [...(count > 0 ? [act(start, 'start', { version })] : []), edit]
        : [act(say('cast.rehearse'), 'rehearse'), edit]
    case 'running':
      return [refresh, act(say('cast.pause'), 'pause'), stop, ...repeats]
    case 'paused':
      return [act(say('cast.go-on'), 'go-on'), stop, refresh]
    case 'done':
      return [refresh, ...repeats]
    default:
      return [refresh]
  }
}

function footerOf({ say }: Words, { progress, rehearsal }: BroadcastSeen): string {
  if (progress.stage === 'draft') return say(rehearsal ? 'cast.rules' : 'cast.rules.draft')
  return say('cast.rules.sent')
}

type Shown = { readonly titles: Titles; readonly mayAct: boolean; readonly now: number }

/** One broadcast: what it says while it is a draft, how far it is once it was started. `now`: milliseconds. */
export function sheetCard(voice: Voice, seen: BroadcastSeen, { titles, mayAct, now }: Shown): SheetCard {
  const { words } = voice
  const { broadcast, progress, rehearsal } = seen
  const { stage } = progress
  const draft = stage === 'draft'
  const figures = draft
    ? rehearsal
      ? rehearsalFacts(words, rehearsal, broadcast.audience.kind === 'channels')
      : []
    : progressFacts(words, seen, now)
  const all = { title: words.say('cast.all'), verb: 'broadcasts.list', data: {} }
  const look = {
    title: words.say('cast.refresh'),
    verb: 'broadcasts.show',
    data: { broadcast: broadcast.id },
  }
  return {
    template: 'broadcasts/sheet',
    data: {
      icon: 'Megaphone',
      kind: words.say('cast.kind'),
      badge: { text: stageText(words, stage), tone: TONES[stage] },
      title: safe(draft ? words.say('cast.draft') : excerptOf(broadcast)),
      lines: draft ? broadcast.text.split('\n').map(text => ({ text: safe(text) })) : [],
      facts: [...addressFacts(voice, broadcast, titles), ...figures],
      buttons: [...(mayAct ? actsOn(words, seen) : draft ? [] : [look]), all],
      footer: footerOf(words, seen),
    },
  }
}

/** « Envoi en cours · 4 200 envoyés sur 6 700 ». */
export function stateText(words: Words, { progress }: BroadcastGlance): string {
  const { stage, tally } = progress
  if (stage === 'draft') return stageText(words, stage)
  const [done, total] = [exact('reach', tally.sent), exact('reach', tally.recipients)]
  return `${stageText(words, stage)} · ${words.say('cast.progress', { done, total })}`
}

type Listed = { readonly glance: BroadcastGlance; readonly titles: Titles }

/** Newest first. */
export function listCard(
  voice: Voice,
  { items, next = '' }: { readonly items: readonly Listed[]; readonly next?: string },
  mayWrite: boolean,
): ListCard {
  const { words } = voice
  const act = words.say('cast.open')
  const itemOf = ({ glance, titles }: Listed): ListItem => {
    const { broadcast } = glance
    return {
      id: broadcast.id,
      title: safe(excerptOf(broadcast)),
      audience: safe(audienceText(voice, broadcast.audience, titles)),
      state: stateText(words, glance),
      act,
      tooltip: words.say('act.on', { act, text: plain(excerptOf(broadcast)) }),
    }
  }
  const empty = items.length === 0 ? words.say('empty.broadcasts') : ''
  const data = { title: words.say('cast.list'), items: items.map(itemOf), empty, mayWrite, next }
  return { template: 'broadcasts/list', data }
}
