import type { FactsPart, FootPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'
import { axisTitle, type Commitment, horizonChoices, horizonText } from '../../commitments/index.ts'
import { foot } from '../../messages/index.ts'
import type { Programme } from '../../programme/index.ts'
import { isToCome, sheetOf, type WorkshopSeen } from '../../workshops/index.ts'
import { daysTo } from '../rules/domain.ts'
import type { NudgeCardContext, Placed } from './cards.ts'

type ShownMessage = Pick<Placed, 'id' | 'round'>

type SeatData = HeaderPart &
  TitlePart &
  FactsPart &
  FootPart & {
    readonly message: string
    readonly workshop: string
    /** '' once the reminder is obsolete. */
    readonly sentence: string
    readonly open: boolean
    /** Address of the calendar file. */
    readonly calendar: string
    readonly link: string
  }
export type SeatNudgeCard = CardOf<'nudges/nudge/seat', SeatData>

export function hasSeat({ mine, stage }: WorkshopSeen): boolean {
  return mine === 'yes' && isToCome(stage)
}

export function seatSummary(words: Words, { startsAt, title }: WorkshopSeen, now: number): string {
  const days = daysTo(startsAt, now, words.zone)
  return plain(words.say('nudge.me.workshop.summary', { days, date: words.shortDay(startsAt), title }))
}

/** Reminder of a seat: place, time, and how to cancel. `now`: milliseconds. */
export function seatNudge(
  context: NudgeCardContext,
  message: ShownMessage,
  workshop: WorkshopSeen,
  { calendar, now }: { readonly calendar: string; readonly now: number },
): SeatNudgeCard {
  const { words } = context
  const { icon, kind, title, facts, link } = sheetOf(context, workshop)
  const open = hasSeat(workshop)
  const days = daysTo(workshop.startsAt, now, words.zone)
  return {
    template: 'nudges/nudge/seat',
    data: {
      icon,
      kind,
      title,
      facts,
      message: message.id,
      workshop: workshop.id,
      sentence: open ? words.say('nudge.me.workshop', { days, date: words.shortDay(workshop.startsAt) }) : '',
      open,
      calendar,
      link,
      ...foot(words, message, open),
    },
  }
}

type HorizonData = HeaderPart &
  TitlePart &
  FootPart & {
    readonly message: string
    readonly commitment: string
    readonly text: SafeText
    readonly detail: string
    readonly open: boolean
    readonly horizons: readonly { readonly title: string; readonly value: string }[]
  }
export type HorizonNudgeCard = CardOf<'nudges/nudge/horizon', HorizonData>

export function horizonTitle(words: Words, { horizon, state }: Commitment): string {
  if (state !== 'taken') return words.say('nudge.me.horizon.over')
  return words.say('nudge.me.horizon', { date: words.shortDay(momentOf(horizon, '12:00', words.zone) ?? 0) })
}

/** One's own commitment on its horizon: kept, a note, or another day. `today`: `YYYY-MM-DD`. */
export function horizonNudge(
  { words, programme }: { readonly words: Words; readonly programme: Pick<Programme, 'axes' | 'axis'> },
  message: ShownMessage,
  commitment: Commitment,
  today: string,
): HorizonNudgeCard {
  const { id, text, axis, horizon, state } = commitment
  const open = state === 'taken'
  return {
    template: 'nudges/nudge/horizon',
    data: {
      icon: 'Handshake',
      kind: words.say('message.topic.my-horizon'),
      title: horizonTitle(words, commitment),
      message: message.id,
      commitment: id,
      text: safe(text),
      detail: `${axisTitle(words, programme, axis)} · ${horizonText(words, horizon)}`,
      open,
      horizons: open ? horizonChoices(words, today).filter(({ value }) => value !== horizon) : [],
      ...foot(words, message, open),
    },
  }
}
