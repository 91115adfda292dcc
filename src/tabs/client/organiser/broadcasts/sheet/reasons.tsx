import { DataTable } from '../../../parts/lists/data-table.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { Panel } from '../../../parts/panels/panel.tsx'

export type Reason = {
  readonly id: string
  readonly text: string
  readonly count: number
  readonly help: string
}

type Props = {
  readonly title: string
  readonly reasons: readonly Reason[]
  /** Whether channels are counted. */
  readonly places: boolean
  /** Where there is no reason to give. */
  readonly none: string
  readonly note?: string | undefined
}

/** Why some do not get it, how many, and what would help. */
export function Reasons({ title, reasons, places, none, note }: Props) {
  const { say, language } = useSession().translator
  return (
    <Panel title={title}>
      {reasons.length === 0 ? (
        <p>{none}</p>
      ) : (
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
      )}
      {note && <p className="quiet cast-note">{note}</p>}
    </Panel>
  )
}
