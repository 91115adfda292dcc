import { Button } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { ReachCountsView, ReachView } from '../../../contract/people/reach.ts'
import type { Call } from '../../data/api/call.ts'
import { DataTable, type TableColumn } from '../../parts/lists/data-table.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { useNarrow } from '../../parts/page/narrow.ts'
import { Panel } from '../../parts/panels/panel.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { sectionAddress } from '../parts/address.ts'
import { everybodyIn, headcountText, overfullText } from '../parts/reach-total.ts'
import { useWhole } from '../parts/use-reading.ts'
import { FILLS, HatchBar, Patterns, Swatch } from './hatched-bar.tsx'
import { amountText } from './texts.ts'

/** Of a Direction, or of all: the four parts of a bar, in its order. */
type Row = {
  readonly id: string
  readonly name: string
  /** The programme's; 0 where it knows none. */
  readonly headcount: number
  readonly counts: ReachCountsView
  readonly parts: readonly [reachable: number, not: number, coming: number, unknown: number]
}

function rowOf(id: string, name: string, headcount: number, counts: ReachCountsView): Row {
  const { people, reachable, blocked, notInstalled, noAccount } = counts
  const unknown = Math.max(0, headcount - people)
  return { id, name, headcount, counts, parts: [reachable, blocked + notInstalled, noAccount, unknown] }
}

const PARTS = ['staff.reach.yes', 'staff.reach.no', 'staff.reach.coming', 'staff.reach.unknown'] as const
const barOf = ({ parts }: Row) => FILLS.map((fill, at) => ({ fill, value: parts[at] ?? 0 }))

function Total({ row, reach }: { row: Row; reach: ReachView }) {
  const { translator } = useSession()
  const { say } = translator
  const number = (value: number) => amountText(translator, value)
  const about = [headcountText(reach, say), overfullText(reach, say)].filter(text => text !== '')
  return (
    <section className="card panel" aria-labelledby="reach-total">
      <h2 id="reach-total">
        {say('staff.reach.total', { reachable: row.parts[0], people: everybodyIn(reach) })}
      </h2>
      {about.length > 0 && <p className="quiet">{capitalised(about.join(' · '))}</p>}
      <HatchBar parts={barOf(row)} />
      <dl className="reach-parts">
        {FILLS.map((fill, at) => (
          <div key={fill}>
            <dt>
              <Swatch fill={fill} /> {say(PARTS[at] ?? PARTS[0])}
            </dt>
            <dd>
              <strong>{number(row.parts[at] ?? 0)}</strong>
              {fill === FILLS[0] && <span className="quiet">{say('staff.reach.yes.hint')}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <Reasons row={row} />
    </section>
  )
}

/** Why some cannot be reached, and what would help. */
function Reasons({ row }: { row: Row }) {
  const { translator } = useSession()
  const { say } = translator
  const number = (value: number) => amountText(translator, value)
  const { blocked, notInstalled, noAccount } = row.counts
  const reasons = [
    { id: 'app', why: say('staff.why.app'), count: notInstalled, help: say('staff.help.app') },
    { id: 'blocked', why: say('staff.why.blocked'), count: blocked, help: say('staff.help.blocked') },
    { id: 'coming', why: say('staff.why.coming'), count: noAccount, help: say('staff.help.coming') },
    { id: 'unknown', why: say('staff.why.unknown'), count: row.parts[3], help: say('staff.help.unknown') },
  ].filter(({ count }) => count > 0)
  const columns: readonly TableColumn<(typeof reasons)[number]>[] = [
    { id: 'why', head: say('staff.why'), cell: ({ why }) => why },
    { id: 'count', head: say('staff.column.people'), cell: ({ count }) => number(count), numeric: true },
    { id: 'help', head: say('staff.help'), cell: ({ help }) => help },
  ]
  if (reasons.length === 0) return <Notice tone="good">{say('staff.why.none')}</Notice>
  return <DataTable caption={say('staff.why.title')} rows={reasons} idOf={({ id }) => id} columns={columns} />
}

/** A part that is nobody anywhere is left out. */
function useColumns(rows: readonly Row[]): readonly TableColumn<Row>[] {
  const { translator } = useSession()
  const { say } = translator
  const number = (value: number) => amountText(translator, value)
  const part = (id: string, at: number): TableColumn<Row> => ({
    id,
    head: say(PARTS[at] ?? PARTS[0]),
    cell: ({ parts }) => (at > 0 && !parts[at] ? '' : number(parts[at] ?? 0)),
    numeric: true,
  })
  return [
    { id: 'name', head: say('gallery.direction'), cell: ({ name }) => name },
    { id: 'bar', head: say('staff.column.share'), plain: true, cell: row => <HatchBar parts={barOf(row)} /> },
    {
      id: 'headcount',
      head: say('staff.column.headcount'),
      cell: ({ headcount }) => (headcount > 0 ? number(headcount) : ''),
      numeric: true,
    },
    ...['yes', 'no', 'coming', 'unknown'].flatMap((id, at) =>
      at === 0 || rows.some(({ parts }) => parts[at]) ? [part(id, at)] : [],
    ),
  ]
}

type MapProps = { readonly caption: string; readonly rows: readonly Row[] }

function DirectionMap({ caption, rows }: MapProps) {
  const narrow = useNarrow()
  const columns = useColumns(rows)
  const table = <DataTable caption={caption} rows={rows} idOf={({ id }) => id} columns={columns} />
  if (narrow) return <div className="reach-map">{table}</div>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: with larger text it scrolls, by keyboard too
    <section className="reach-map" tabIndex={0} aria-label={caption}>
      {table}
    </section>
  )
}

/** Directions without known people are folded behind one line. */
function FoldedMap({ caption, rows }: MapProps) {
  const { say } = useSession().translator
  const [open, setOpen] = useState(false)
  const folded = useId()
  const some = rows.filter(({ counts }) => counts.people > 0)
  const none = rows.filter(({ counts }) => counts.people === 0)
  const line = say('staff.reach.nobody', { count: none.length })
  return (
    <>
      {some.length > 0 && <DirectionMap caption={caption} rows={some} />}
      {none.length > 0 && (
        <Button
          appearance="transparent"
          className="more"
          aria-expanded={open}
          aria-controls={folded}
          onClick={() => setOpen(!open)}
        >
          {line}
        </Button>
      )}
      <div id={folded}>{open && <DirectionMap caption={line} rows={none} />}</div>
    </>
  )
}

function Directions({ rows }: { rows: readonly Row[] }) {
  const { say } = useSession().translator
  const caption = say('staff.reach.map')
  return (
    <Panel title={caption}>
      <FoldedMap caption={caption} rows={rows} />
      <p className="quiet">{say('staff.reach.rules')}</p>
    </Panel>
  )
}

/** Whom the bot can write to, Direction by Direction, and what would help with the others. */
export function ReachPanel({ call }: { call: Call }) {
  const { say } = useSession().translator
  const { value, failure, loadedAt, refresh } = useWhole<ReachView>(
    call,
    '/reach',
    ['people'],
    'unread.reach',
  )
  if (!value)
    return failure ? <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} /> : <SkeletonRows />
  const rows = value.directions.map(({ direction: { id, name, headcount }, ...counts }) =>
    rowOf(id, name, headcount, counts),
  )
  const elsewhere = rowOf('', say('reach.elsewhere'), 0, value.elsewhere)
  const all = elsewhere.counts.people > 0 ? [...rows, elsewhere] : rows
  const parts = [0, 1, 2, 3].map(at => all.reduce((sum, row) => sum + (row.parts[at] ?? 0), 0))
  const [yes = 0, no = 0, coming = 0, unknown = 0] = parts
  const total: Row = { ...rowOf('all', '', 0, value.total), parts: [yes, no, coming, unknown] }
  return (
    <>
      <Patterns />
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {value.total.people === 0 && (
        <Notice tone="neutral" action={<a href={sectionAddress('people', 'file')}>{say('staff.file')}</a>}>
          {say('staff.reach.empty')}
        </Notice>
      )}
      <Total row={total} reach={value} />
      <Directions rows={all} />
    </>
  )
}
