import { z } from 'zod'
import { ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import { clockIn, dateIn, momentOf } from '../../../kernel/time/time-zone.ts'
import type { Settings, TypedSettings } from '../seats/rules.ts'
import type { SeriesDraft, WorkshopSeries } from './domain.ts'

// Teams sends a number field as a number or as text; anything else counts as empty.
const typed = z.union([z.string(), z.number().transform(String)]).catch('')
const id = z.string().regex(ID_OR_NONE).catch('')

/** Fields of the series form, as typed. */
export const seriesFields = z.object({
  series: id,
  title: typed,
  description: typed,
  axis: typed,
  nonce: typed,
})
export type SeriesFields = z.infer<typeof seriesFields>

export function seriesFieldsOf(
  { id, title, description, axis }: WorkshopSeries,
  nonce: string,
): SeriesFields {
  return { series: id, title, description, axis, nonce }
}

export function typedSeries({ title, description, axis }: SeriesFields): SeriesDraft {
  return { title, description, axis }
}

/** Fields of the announcement form. */
export const whereFields = z.object({ series: id, channel: id, directions: typed, nonce: typed })
export type SeriesWhereFields = z.infer<typeof whereFields>

/** Fields of the seat rules form. */
export const rulesFields = z.object({
  quotas: typed,
  reserved: typed,
  releaseDays: typed,
  openDate: typed,
  openTime: typed,
  closeDays: typed,
  confirmHours: typed,
})
export type RulesFields = z.infer<typeof rulesFields>

const OPENS_AT = '09:00'
const whole = (text: string) => (text.trim() === '' ? 0 : Number(text))

/** Without a date, registration opens with the announcement. */
export function typedSettings(fields: RulesFields, zone: string): TypedSettings {
  const { openDate, openTime } = fields
  return {
    quotas: fields.quotas === 'on',
    reserved: whole(fields.reserved),
    releaseDays: whole(fields.releaseDays),
    opensAt: openDate === '' ? null : momentOf(openDate, openTime || OPENS_AT, zone),
    closeDays: whole(fields.closeDays),
    confirmHours: whole(fields.confirmHours),
  }
}

export function rulesFieldsOf(settings: Settings, zone: string): RulesFields {
  const { quotas, reserved, releaseDays, opensAt, closeDays, confirmHours } = settings
  return {
    quotas: quotas ? 'on' : 'off',
    reserved: String(reserved),
    releaseDays: String(releaseDays),
    openDate: opensAt === null ? '' : dateIn(opensAt, zone),
    openTime: opensAt === null ? OPENS_AT : clockIn(opensAt, zone),
    closeDays: String(closeDays),
    confirmHours: String(confirmHours),
  }
}

/** Quotas as typed, and the ids of the days they are for, separated by commas. */
export const quotaFields = z.object({ quotas: typed, days: typed })

export function idsIn(text: string): readonly string[] {
  return [...new Set(text.split(',').map(each => each.trim()))].filter(each => each !== '')
}
