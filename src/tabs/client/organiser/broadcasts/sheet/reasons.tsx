import { DataTable } from '../../../parts/lists/data-table.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { Panel } from '../../../parts/panels/panel.tsx'

export type Reason = {
  readonly id: string
  readonly text: string
  readonly count: number
  readonly help: string
}

type TableProps = {
  readonly title: string
  readonly reasons: readonly Reason[]
  /** Whether channels are counted. */
  readonly places: boolean
}

/** Why some do not get it, how many, and what would help. */
export function ReasonTable({ title, reasons, places }: TableProps) {
  const { say, language } = useSession().translator
  return (
    <DataTable
      caption={title}
      rows={reasons}
      idOf={({ id }) => id}
      columns={[
        { id: 'reason', head: say('cast.tab.why.reason'), cell: ({ text }) => text },
        {
          id: 'count',
          head: say(places ? 'cast.tab.why.places' : 'cast.tab.why.people'),
          numeric: true,
          cell: ({ count }) => count.toLocaleString(language),
        },
        { id: 'help', head: say('cast.tab.why.help'), cell: ({ help }) => help },
      ]}
    />
  )
}

type Props = TableProps & {
  /** Where there is no reason to give. */
  readonly none: string
  readonly note?: string | undefined
}

/** The same as a part of a page. */
export function Reasons({ none, note, ...table }: Props) {
  return (
    <Panel title={table.title}>
      {table.reasons.length === 0 ? <p>{none}</p> : <ReasonTable {...table} />}
      {note && <p className="quiet cast-note">{note}</p>}
    </Panel>
  )
}
