import { momentCell } from '../../files/date-cell.ts'
import type { Key, Words } from '../../i18n/words.ts'
import { momentOf } from '../../kernel/time/time-zone.ts'
import type { ExportedTrial, RecordedMeasure, RecordUsecases } from '../trials/index.ts'
import { AT_ONCE } from './domain.ts'
import { axisOf, calledIn, type ExportTableParts } from './label-cards.ts'
import { type ExportColumn, type ExportTable, everyPage, listed, tableOf } from './table.ts'

type Parts = ExportTableParts & { readonly trials: Pick<RecordUsecases, 'exported'> }

/** « Appels (par semaine) : 104, puis 61 » */
function measureText({ say, language }: Words, { text, unit, start, last }: RecordedMeasure): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 3 })
  const said = (value: number | undefined) => (value === undefined ? '–' : number.format(value))
  return say('exports.measure', {
    what: unit === '' ? text : say('exports.measure.unit', { text, unit }),
    start: said(start),
    last: said(last),
  })
}

/** What all may read of it, without the names of those who try it. */
function columnsOf(parts: Parts): readonly ExportColumn<ExportedTrial>[] {
  const { words, programme, zone } = parts
  const { say } = words
  const names = (ids: readonly string[]) => ids.map(id => programme.direction(id)?.name ?? id).join(', ')
  const dayCell = (day: string) => momentCell(momentOf(day, '12:00', zone) ?? 0, zone, words.language)
  const state = ({ stage, decision }: ExportedTrial) =>
    say((decision ? `publication.trial.${decision.kind}` : `exports.trial.${stage}`) as Key)
  return [
    { head: say('exports.id'), width: 20, cell: ({ id }) => id },
    { head: say('exports.title'), width: 50, cell: ({ title }) => title },
    { head: say('exports.trial.number'), width: 8, cell: ({ number }) => number },
    { head: say('idea.axis'), width: 28, cell: ({ axis }) => axisOf(parts, { axis }) },
    { head: say('exports.state'), width: 14, cell: state },
    { head: say('exports.trial.if'), width: 50, cell: ({ hypothesis }) => hypothesis.ifWe },
    { head: say('exports.trial.then'), width: 50, cell: ({ hypothesis }) => hypothesis.expected },
    { head: say('exports.trial.directions'), width: 28, cell: ({ directions }) => names(directions) },
    { head: say('exports.place'), width: 28, cell: ({ site }) => site },
    { head: say('exports.trial.from'), width: 12, cell: ({ from }) => dayCell(from) },
    { head: say('exports.trial.until'), width: 12, cell: ({ until }) => dayCell(until) },
    { head: say('exports.trial.testers'), width: 10, cell: ({ testers }) => testers },
    {
      head: say('exports.trial.measures'),
      width: 50,
      cell: ({ measures }) => measures.map(each => measureText(words, each)).join(' · '),
    },
    {
      head: say('exports.trial.decided'),
      width: 12,
      cell: ({ decision }) => (decision ? dayCell(decision.on) : ''),
    },
    { head: say('exports.trial.why'), width: 60, cell: ({ decision }) => decision?.why ?? '' },
    { head: say('exports.trial.learnt'), width: 60, cell: ({ decision }) => decision?.learnt ?? '' },
    {
      head: say('exports.trial.spread'),
      width: 28,
      cell: ({ decision }) => names(decision?.directions ?? []),
    },
  ]
}

export function trialTable(parts: Parts): ExportTable {
  const source = listed<ExportedTrial>(({ actor }) =>
    everyPage(after => parts.trials.exported(actor, AT_ONCE, after)),
  )
  return tableOf(calledIn(parts.words, 'trials'), columnsOf(parts), source)
}
