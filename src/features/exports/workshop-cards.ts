import { momentCell } from '../../files/date-cell.ts'
import { clockIn } from '../../kernel/time/time-zone.ts'
import { type OversightUsecases, type Stage, seatsLeft, stageOf, type Workshop } from '../workshops/index.ts'
import { AT_ONCE } from './domain.ts'
import { axisOf, calledIn, type ExportTableParts } from './label-cards.ts'
import { type ExportColumn, type ExportTable, everyPage, listed, tableOf } from './table.ts'

export { stageOf }

type Parts = ExportTableParts & { readonly plans: OversightUsecases['plans'] }
type Line = { readonly day: Workshop; readonly series: string; readonly stage: Stage }

const STAGES = {
  draft: 'workshop.stage.draft',
  announced: 'workshop.stage.announced',
  full: 'series.full',
  closed: 'workshop.stage.closed',
  underway: 'workshop.underway',
  over: 'workshop.over',
  cancelled: 'workshop.stage.cancelled',
  postponed: 'workshop.stage.postponed',
} as const

/** Seats are exact counts; no column names who has them or who came. */
function columnsOf(parts: Parts): readonly ExportColumn<Line>[] {
  const { words, zone } = parts
  const { say } = words
  return [
    { head: say('exports.id'), width: 20, cell: ({ day }) => day.id },
    { head: say('exports.title'), width: 40, cell: ({ day }) => day.title },
    { head: say('exports.series'), width: 40, cell: ({ series }) => series },
    { head: say('idea.axis'), width: 28, cell: ({ day }) => axisOf(parts, day) },
    {
      head: say('exports.date'),
      width: 12,
      cell: ({ day }) => momentCell(day.startsAt, zone, words.language),
    },
    { head: say('exports.start'), width: 8, cell: ({ day }) => clockIn(day.startsAt, zone) },
    { head: say('exports.end'), width: 8, cell: ({ day }) => clockIn(day.endsAt, zone) },
    { head: say('exports.place'), width: 28, cell: ({ day }) => day.place },
    { head: say('exports.state'), width: 18, cell: ({ stage }) => say(STAGES[stage]) },
    { head: say('exports.capacity'), width: 10, cell: ({ day }) => day.capacity },
    { head: say('exports.taken'), width: 12, cell: ({ day }) => day.seatsTaken },
    { head: say('exports.left'), width: 12, cell: ({ day }) => seatsLeft(day) },
    { head: say('exports.seated'), width: 18, cell: ({ day }) => day.directions },
    { head: say('exports.waiting'), width: 12, cell: ({ day }) => day.waiting },
  ]
}

export function workshopTable(parts: Parts): ExportTable {
  const source = listed<Line>(async function* ({ actor }) {
    for (const when of ['past', 'coming', 'drafts'] as const) {
      const page = (after?: string) =>
        parts.plans(actor, { when, filter: {}, limit: AT_ONCE, ...(after !== undefined && { after }) })
      for await (const entries of everyPage(async after => {
        const { items, now, ...next } = await page(after)
        const lines = items.flatMap(({ series, days }) =>
          days.map(day => ({ day, series: series?.title ?? '', stage: stageOf(day, now) })),
        )
        return { items: lines, ...next }
      }))
        yield entries
    }
  })
  return tableOf(calledIn(parts.words, 'workshops'), columnsOf(parts), source)
}
