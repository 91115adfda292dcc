import { Button } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import { DataTable } from '../page/data-table.tsx'
import { useGround } from '../page/ground.tsx'
import { useNarrow } from '../page/narrow.ts'
import { Panel } from '../page/panel.tsx'
import { actName } from '../words/act-name.ts'
import { FiguresTable, type Table } from './figures-table.tsx'

type Props = { readonly title: string; readonly table: Table; readonly children: ReactNode }

/** On a phone each row is a card: five columns of « moins de 5 » would push the page sideways. */
function Numbers({ title, table }: Omit<Props, 'children'>) {
  const narrow = useNarrow()
  if (!narrow) return <FiguresTable title={title} table={table} />
  const columns = table.head.map((head, at) => ({
    id: head,
    head,
    cell: (row: readonly string[]) => row[at],
  }))
  return <DataTable caption={title} rows={table.rows} idOf={([name = '']) => name} columns={columns} />
}

/** A chart, and the same as a table in its place: for who reads numbers, or hears them. */
export function ChartPanel({ title, table, children }: Props) {
  const { speech } = useGround()
  const [asTable, setAsTable] = useState(false)
  const word = asTable ? 'direction.chart' : 'direction.table'
  const toggle = (
    <Button
      appearance="transparent"
      className="more"
      aria-label={actName(speech, word, title)}
      onClick={() => setAsTable(!asTable)}
    >
      {speech.say(word)}
    </Button>
  )
  return (
    <Panel title={title} action={toggle}>
      {asTable ? <Numbers title={title} table={table} /> : children}
    </Panel>
  )
}
