import type {
  ButtonsPart,
  FactsPart,
  FooterPart,
  HeaderPart,
  TabPart,
  TitlePart,
} from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import { actsOn, asksFor, type ForGood, forGoodActs } from './button-cards.ts'
import type { Broadcast, BroadcastTitles } from './domain.ts'
import { progressFacts, rehearsalFacts } from './figure-cards.ts'
import { leavesText, planFacts } from './plan-cards.ts'
import type { BroadcastGlance, BroadcastSeen, BroadcastStage, Progress } from './progress.ts'
import { audienceText, type BroadcastCardContext, excerptOf, thingText } from './text-cards.ts'

type Line = { readonly text: SafeText }

type SheetData = HeaderPart &
  TitlePart &
  FactsPart &
  ButtonsPart &
  TabPart &
  FooterPart & {
    /** The full text, while it can be changed. */
    readonly lines: readonly Line[]
    /** The text below the figures, once it was started; empty where the title says it all. */
    readonly reread: readonly Line[]
  }

type ListData = TitlePart & {
  readonly items: readonly ListItem[]
  readonly empty: string
  readonly mayWrite: boolean
  /** Cursor of the next page; '' on the last one. */
  readonly next: string
}

type ListItem = {
  readonly id: string
  readonly title: SafeText
  readonly audience: SafeText
  readonly state: string
  readonly act: string
  /** The act with its object, for screen readers that read buttons one by one. */
  readonly tooltip: string
}

export type BroadcastSheetCard = CardOf<'broadcasts/broadcast/sheet', SheetData>
export type BroadcastListCard = CardOf<'broadcasts/broadcast/list', ListData>

const TONES = {
  draft: 'neutral',
  planned: 'brand',
  running: 'brand',
  paused: 'warning',
  stopped: 'neutral',
  done: 'good',
} as const satisfies Record<BroadcastStage, NonNullable<HeaderPart['badge']>['tone']>

/** Of one that runs at night nothing leaves yet. */
function stageText({ say }: Words, { stage, leavesAt }: Progress): string {
  if (stage === 'running' && leavesAt !== undefined) return say('cast.tab.waiting.label')
  return say(`cast.stage.${stage}` as const)
}

function addressFacts(
  context: BroadcastCardContext,
  { audience, thing }: Broadcast,
  titles: BroadcastTitles,
): FactsPart['facts'] {
  const to = { icon: 'People', text: safe(audienceText(context, audience, titles)) }
  const icon = thing?.kind === 'ballot' ? 'Vote' : 'CalendarLtr'
  return [to, ...(thing ? [{ icon, text: safe(thingText(context.words, thing, titles.thing)) }] : [])]
}

function footerOf({ say }: Words, { progress, rehearsal }: BroadcastSeen): string {
  if (progress.stage === 'draft' || progress.stage === 'planned')
    return say(rehearsal ? 'cast.rules' : 'cast.rules.draft')
  return say('cast.rules.sent')
}

type Shown = {
  readonly titles: BroadcastTitles
  readonly mayAct: boolean
  /** Milliseconds. */
  readonly now: number
  /** The irreversible act to be confirmed. */
  readonly asked?: ForGood | undefined
}

function linesOf({ text }: Broadcast): readonly Line[] {
  return text.split('\n').map(line => ({ text: safe(line) }))
}

/** One broadcast: the text of a draft; progress and text once it was started. */
export function sheetCard(
  context: BroadcastCardContext,
  seen: BroadcastSeen,
  shown: Shown,
): BroadcastSheetCard {
  const { titles, mayAct, now, asked } = shown
  const { words } = context
  const { broadcast, progress, rehearsal } = seen
  const { stage } = progress
  const draft = stage === 'draft' || stage === 'planned'
  const figures = draft
    ? rehearsal
      ? rehearsalFacts(words, seen, rehearsal, now)
      : []
    : progressFacts(words, seen, now)
  const all = { title: words.say('cast.all'), verb: 'broadcasts.list', data: {} }
  const look = {
    title: words.say('cast.refresh'),
    verb: 'broadcasts.show',
    data: { broadcast: broadcast.id },
  }
  const acts = asked && asksFor(asked, seen) ? forGoodActs(words, seen, asked) : actsOn(words, seen, now)
  const excerpt = excerptOf(broadcast)
  return {
    template: 'broadcasts/broadcast/sheet',
    data: {
      icon: 'Megaphone',
      kind: words.say('cast.kind'),
      inTab: { tab: 'organiser', wanted: `broadcasts:${broadcast.id}` },
      badge: { text: stageText(words, progress), tone: TONES[stage] },
      title: safe(draft ? words.say(stage === 'planned' ? 'cast.planned.title' : 'cast.draft') : excerpt),
      lines: draft ? linesOf(broadcast) : [],
      reread: draft || excerpt === plain(broadcast.text) ? [] : linesOf(broadcast),
      facts: [...addressFacts(context, broadcast, titles), ...planFacts(words, seen, now), ...figures],
      buttons: [...(mayAct ? acts : draft ? [] : [look]), all],
      footer: footerOf(words, seen),
    },
  }
}

/** « Envoi en cours · 4 200 envoyés sur 6 700 », « En attente · partira demain à 9 h ». `now`: milliseconds. */
export function stateText(words: Words, { progress }: BroadcastGlance, now: number): string {
  const { stage, tally, leavesAt } = progress
  if (stage === 'draft') return stageText(words, progress)
  if (leavesAt !== undefined) return `${stageText(words, progress)} · ${leavesText(words, leavesAt, now)}`
  const [done, total] = [exact('reach', tally.sent), exact('reach', tally.recipients)]
  return `${stageText(words, progress)} · ${words.say('cast.progress', { done, total })}`
}

type Listed = { readonly glance: BroadcastGlance; readonly titles: BroadcastTitles }

/** Newest first. */
export function listCard(
  context: BroadcastCardContext,
  { items, next = '' }: { readonly items: readonly Listed[]; readonly next?: string },
  { mayWrite, now }: { readonly mayWrite: boolean; readonly now: number },
): BroadcastListCard {
  const { words } = context
  const act = words.say('cast.open')
  const itemOf = ({ glance, titles }: Listed): ListItem => {
    const { broadcast } = glance
    return {
      id: broadcast.id,
      title: safe(excerptOf(broadcast)),
      audience: safe(audienceText(context, broadcast.audience, titles)),
      state: stateText(words, glance, now),
      act,
      tooltip: words.say('act.on', { act, text: plain(excerptOf(broadcast)) }),
    }
  }
  const none = words.say(mayWrite ? 'empty.broadcasts' : 'cast.tab.empty.reading')
  const empty = items.length === 0 ? none : ''
  const data = { title: words.say('cast.list'), items: items.map(itemOf), empty, mayWrite, next }
  return { template: 'broadcasts/broadcast/list', data }
}
