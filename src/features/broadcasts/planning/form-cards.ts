import type { FooterPart, TitlePart } from '../../../cards/parts.ts'
import { prefilled } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { clockIn, dateIn } from '../../../kernel/time/time-zone.ts'
import type { HourFields } from './form.ts'

type HourData = TitlePart &
  FooterPart & {
    readonly fields: Readonly<Record<keyof HourFields, PlainText>>
    readonly broadcast: string
    readonly version: number
  }

export type BroadcastHourCard = CardOf<'broadcasts/planning/form', HourData>

/** The hour proposed, in the fields of the form. */
export function hourFields(at: number | undefined, zone: string): HourFields {
  return at === undefined ? { date: '', time: '' } : { date: dateIn(at, zone), time: clockIn(at, zone) }
}

type Parts = { readonly broadcast: string; readonly version: number; readonly fields: HourFields }

/** Day and hour at which a broadcast starts by itself. */
export function hourCard({ say }: Words, { broadcast, version, fields }: Parts): BroadcastHourCard {
  const { date, time } = fields
  return {
    template: 'broadcasts/planning/form',
    data: {
      title: say('cast.plan'),
      fields: { date: prefilled(date), time: prefilled(time) },
      broadcast,
      version,
      footer: say('cast.plan.footer'),
    },
  }
}
