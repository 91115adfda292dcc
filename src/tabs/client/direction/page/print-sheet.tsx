import type { FiguresView } from '../../../contract/figures/figures.ts'
import { PatternNames } from '../../parts/charts/bars.tsx'
import { FiguresTable } from '../../parts/charts/figures-table.tsx'
import { followedText } from '../../parts/ideas/followed-line.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Paper } from '../../parts/page/paper.tsx'
import { shortDate } from '../../parts/words/days.ts'
import { hoursAndPlace } from '../../parts/workshops/facts.tsx'
import { PHASES } from '../activity/initiatives.tsx'
import { seatsText } from '../activity/seats-text.ts'
import { useCommitmentColumns, useCommitmentRows } from '../figures/commitments-by-axis.tsx'
import { IdeaChart, useIdeaTable } from '../figures/ideas-by-axis.tsx'
import { useWeekTable, WeekChart } from '../figures/participation.tsx'
import { useParticipationTexts } from '../figures/participation-text.ts'
import { useIdeaCounts } from '../figures/use-idea-counts.ts'
import { useDirectionTab } from '../reading/context.tsx'
import { usePublicText } from '../waiting/waiting-line.ts'

type Figures = { readonly figures: FiguresView }

function Weeks({ figures: { weeks } }: Figures) {
  const { say } = useSession().translator
  const title = say('direction.participation')
  const table = useWeekTable(weeks)
  return (
    <section>
      <h2>{title}</h2>
      <WeekChart weeks={weeks} />
      <FiguresTable title={title} table={table} />
    </section>
  )
}

function Ideas() {
  const { say } = useSession().translator
  const ideas = useIdeaCounts() ?? []
  const title = say('direction.byAxis')
  const table = useIdeaTable(ideas)
  return (
    <section>
      <h2>{title}</h2>
      <IdeaChart ideas={ideas} />
      <FiguresTable title={title} table={table} />
    </section>
  )
}

function Commitments() {
  const { say } = useSession().translator
  const rows = useCommitmentRows()
  const columns = useCommitmentColumns()
  const title = say('direction.byName')
  const table = {
    head: columns.map(({ head }) => head),
    rows: rows.map(row => [
      row.title,
      ...columns.slice(1).map(({ id }) => String(row[id as keyof typeof row])),
    ]),
  }
  return (
    <section>
      <h2>{title}</h2>
      <FiguresTable title={title} table={table} />
      <p>{say('direction.stage.rules')}</p>
    </section>
  )
}

function Initiatives() {
  const { translator } = useSession()
  const { say } = translator
  const { initiatives = [] } = useDirectionTab().values
  const title = say('direction.initiatives')
  if (initiatives.length === 0) return null
  const table = {
    head: [
      say('direction.file.initiative'),
      say('initiative.phase'),
      say('direction.initiatives.supports'),
      say('direction.initiatives.members'),
    ],
    rows: initiatives.map(({ title: name, phase, supports, members }) => [
      name,
      say(PHASES[phase]),
      String(supports),
      String(members),
    ]),
  }
  return (
    <section>
      <h2>{title}</h2>
      <FiguresTable title={title} table={table} />
    </section>
  )
}

function Coming() {
  const { translator } = useSession()
  const coming = useDirectionTab().values.workshops?.filter(({ over }) => !over) ?? []
  if (coming.length === 0) return null
  return (
    <section>
      <h2>{translator.say('direction.coming')}</h2>
      <ul>
        {coming.map(workshop => (
          <li key={workshop.id}>
            <strong>
              {shortDate(workshop.startsAt, translator)} · {workshop.title}
            </strong>
            <br />
            {hoursAndPlace(workshop, translator)} · {seatsText(workshop, translator)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** In words, as the page says it. */
function Took({ figures }: Figures) {
  return <p>{useParticipationTexts(figures).join(' ')}</p>
}

/** Printed page: what waits and was done, charts with tables; no buttons and no names. */
function Sheet() {
  const { translator } = useSession()
  const { say } = translator
  const { direction, values } = useDirectionTab()
  const { figures } = values
  const waiting = usePublicText()
  return (
    <>
      <h1>{direction.name}</h1>
      {figures && <p>{say('direction.headcount', { count: figures.direction.headcount })}</p>}
      {waiting && <p>{waiting}</p>}
      {values.followed && <p>{followedText(values.followed, translator, true)}</p>}
      {figures && <Took figures={figures} />}
      {figures?.enough && !figures.small && figures.weeks.length > 0 && <Weeks figures={figures} />}
      {figures?.enough && <Ideas />}
      <Commitments />
      <Initiatives />
      <Coming />
      <p className="paper-end">{say('direction.printed')}</p>
    </>
  )
}

/** The page on paper. */
export default function PrintSheet() {
  return (
    <Paper name="direction">
      <PatternNames value="paper">
        <Sheet />
      </PatternNames>
    </Paper>
  )
}
