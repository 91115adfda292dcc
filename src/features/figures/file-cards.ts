import { momentCell } from '../../files/date-cell.ts'
import type { WorkbookCell, WorkbookSheet } from '../../files/workbook.ts'
import type { Words } from '../../i18n/words.ts'
import { type Shown, total } from '../../kernel/personal-data/counts.ts'
import { dateIn } from '../../kernel/time/time-zone.ts'
import type { Programme } from '../programme/index.ts'
import { isToCome } from '../workshops/index.ts'
import type { FileContent } from './file.ts'

type Parts = { readonly words: Words; readonly programme: Pick<Programme, 'axes'>; readonly zone: string }

/** An estimate as a number, words where there is none. */
function cellsOf({ say, share }: Words) {
  const held = (count: Shown): WorkbookCell => (count === 0 ? say('count.held', { count }) : count)
  const percent = (value: Shown) =>
    value === 0 ? say('direction.under', { share: share(1, 100) }) : share(value, 100)
  const average = (value: Shown) => (value === 0 ? say('direction.average.unknown') : percent(value))
  return { held, percent, average }
}

/** The head of a column of estimates: a number in it stays a number, so its head says what it is. */
const about = ({ say }: Words, what: string) => say('direction.file.about', { what })

/** The figures at the head of the page, each with what it is read against, and whether it is exact or an estimate. */
function headSheet({ words, zone }: Parts, { page, stages }: FileContent): WorkbookSheet {
  const { say } = words
  const { held, percent, average } = cellsOf(words)
  const { direction, participation, small, enough, takenAt } = page
  const { count, share } = participation
  const took = count === 0 ? held(count) : percent(share)
  const mean = say('direction.average', { share: average(participation.average) })
  const hidden = say('direction.tookPart.hidden')
  const sum = total(page.ideas.map(axis => axis.total))
  const shared = total(stages.flatMap(({ taken, underway, kept }) => [taken, underway, kept]))
  const day = takenAt === undefined ? say('direction.noFigures') : momentCell(takenAt, zone, words.language)
  const estimate = count === 0 ? '' : say('direction.file.estimate')
  const counted = say('direction.file.counted')
  const people = count === 0 ? mean : `${say('direction.people', { count })} · ${mean}`
  const figures: WorkbookCell[][] = [
    small
      ? [say('direction.tookPart'), hidden, '', say('direction.tookPart.why')]
      : [say('direction.tookPart'), took, estimate, people],
    [say('direction.ideas'), sum, counted, ''],
  ]
  const visible = `${say('direction.shared.unit', { count: shared })} · ${say('direction.shared.note')}`
  return {
    name: say('direction.figures'),
    rows: [
      [
        say('direction.file.what'),
        say('direction.file.value'),
        say('direction.file.precision'),
        say('direction.file.note'),
      ],
      [direction.name, '', '', ''],
      [say('direction.file.day'), day, '', ''],
      [say('figures.headcount'), direction.headcount, counted, ''],
      ...(enough ? figures : [[say('direction.tookPart'), say('empty.direction'), '', '']]),
      [say('direction.shared'), shared, counted, visible],
    ],
  }
}

function weekSheet({ words }: Parts, { page }: FileContent): WorkbookSheet {
  const { say } = words
  const { held, percent, average } = cellsOf(words)
  const heads = [
    say('figures.week'),
    ...[say('direction.here'), say('direction.mean'), say('direction.tookPart')].map(what =>
      about(words, what),
    ),
  ]
  const rows = page.weeks.map(week => [
    week.week,
    week.count === 0 ? held(week.count) : percent(week.share),
    average(week.average),
    held(week.count),
  ])
  return { name: say('direction.participation'), rows: [heads, ...rows] }
}

const titleIn = ({ programme, words }: Parts, id: string, none: string) =>
  programme.axes.find(axis => axis.id === id)?.title[words.language] ?? none

function ideaSheet(parts: Parts, { page }: FileContent): WorkbookSheet {
  const { say } = parts.words
  const heads = [
    say('idea.axis'),
    say('direction.received'),
    say('direction.studied'),
    say('direction.replied'),
    say('direction.retained'),
    say('direction.total'),
  ]
  const shown = page.ideas.filter(idea => idea.axis !== '' || idea.total > 0)
  const rows = shown.map(idea => [
    titleIn(parts, idea.axis, say('direction.noAxis')),
    idea.received,
    idea.studied,
    idea.answered,
    idea.retained,
    idea.total,
  ])
  return { name: say('direction.byAxis'), rows: [heads, ...rows] }
}

function commitmentSheet(parts: Parts, { stages }: FileContent): WorkbookSheet {
  const { say } = parts.words
  const heads = [
    say('idea.axis'),
    ...[say('direction.stage.taken'), say('direction.stage.underway'), say('direction.stage.kept')].map(
      what => say('direction.file.visible', { what }),
    ),
  ]
  const rows = stages.map(({ axis, taken, underway, kept }) => [
    titleIn(parts, axis, axis),
    taken,
    underway,
    kept,
  ])
  return { name: say('direction.byName'), rows: [heads, ...rows] }
}

function initiativeSheet({ words }: Parts, { initiatives }: FileContent): WorkbookSheet {
  const { say } = words
  const heads = [
    say('direction.file.initiative'),
    say('initiative.phase'),
    say('direction.initiatives.supports'),
    say('direction.initiatives.members'),
  ]
  const rows = initiatives.map(({ title, phase, idea, members }) => [
    title,
    say(`initiative.phase.${phase}`),
    idea.supports,
    members,
  ])
  return { name: say('direction.initiatives'), rows: [heads, ...rows] }
}

function workshopSheet({ words, zone }: Parts, { at, workshops }: FileContent): WorkbookSheet {
  const { say } = words
  const heads = [
    say('direction.file.date'),
    say('direction.file.workshop'),
    say('direction.file.free'),
    say('direction.file.taken'),
    say('direction.file.quota'),
  ]
  // Before anybody can register no seat is said to be free.
  const free = ({ opensAt, seatsLeft }: FileContent['workshops'][number]): WorkbookCell =>
    opensAt !== null && opensAt > at ? say('direction.opens', { date: dateIn(opensAt, zone) }) : seatsLeft
  const coming = workshops.filter(({ stage }) => isToCome(stage))
  const rows = coming.map(workshop => [
    dateIn(workshop.startsAt, zone),
    workshop.title,
    free(workshop),
    workshop.seatsOfDirection,
    workshop.quota ?? '',
  ])
  return { name: say('direction.coming'), rows: [heads, ...rows] }
}

/** What a Direction's page shows, sheet by sheet: no name of anybody, and no number that the page does not show. */
export function sheetsOf(parts: Parts, content: FileContent): readonly WorkbookSheet[] {
  const { enough, small } = content.page
  return [
    headSheet(parts, content),
    ...(enough && !small ? [weekSheet(parts, content)] : []),
    ...(enough ? [ideaSheet(parts, content)] : []),
    commitmentSheet(parts, content),
    initiativeSheet(parts, content),
    workshopSheet(parts, content),
  ]
}
