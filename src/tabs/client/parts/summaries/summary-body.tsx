import type { SummaryView } from '../../../contract/workshops/summaries.ts'
import { FiguresTable } from '../charts/figures-table.tsx'
import { useSession } from '../page/context.tsx'
import { AxesPart, NextPart, Part, TopPart, VotesPart } from './outcome.tsx'
import { peopleText } from './texts.ts'

/** Who was there: exactly in all, about how many of a Direction. */
function People({ view }: { view: SummaryView }) {
  const { translator } = useSession()
  const { say } = translator
  const { people, count, answered } = view
  const title = say('harvest.summary.directions')
  const rows = people.directions.map(({ name, about }) => [name, say('count.held', { count: about })])
  return (
    <Part title={say('harvest.summary.brief')}>
      <p className="words">{peopleText(people, translator)}</p>
      <p>{say('series.summary.ideas', { count, answered })}</p>
      {rows.length > 0 && (
        <>
          <FiguresTable
            title={title}
            table={{ head: [say('gallery.direction'), say('harvest.summary.file.present')], rows }}
          />
          <p className="quiet">{say('harvest.summary.directions.others')}</p>
        </>
      )}
      {people.open && people.present !== undefined && (
        <p className="quiet">{say('harvest.summary.directions.open')}</p>
      )}
    </Part>
  )
}

function Tables({ tables }: Pick<SummaryView, 'tables'>) {
  const { say } = useSession().translator
  if (tables.length === 0) return null
  const title = say('harvest.summary.tables')
  const table = {
    head: [say('harvest.summary.file.table'), say('harvest.summary.file.ideas')],
    rows: tables.map(each => [each.table, String(each.count)]),
  }
  return (
    <Part title={title}>
      <FiguresTable title={title} table={table} />
    </Part>
  )
}

/** What a workshop left, part by part, as its card says it and further. */
export function SummaryBody({ view }: { view: SummaryView }) {
  const { axes, top, votes, sequel, steps, tables } = view
  return (
    <>
      <People view={view} />
      <NextPart sequel={sequel} steps={steps} />
      <VotesPart votes={votes} />
      <TopPart top={top} />
      <AxesPart axes={axes} />
      <Tables tables={tables} />
    </>
  )
}
