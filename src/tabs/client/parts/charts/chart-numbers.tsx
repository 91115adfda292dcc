import { DataTable } from '../lists/data-table.tsx'
import { useNarrow } from '../page/narrow.ts'
import { type ChartTable, FiguresTable } from './figures-table.tsx'

type Props = { readonly title: string; readonly table: ChartTable }

/** On a phone each row is a card: five columns of « moins de 5 » would push the page sideways. */
export default function ChartNumbers({ title, table }: Props) {
  const narrow = useNarrow()
  if (!narrow) return <FiguresTable title={title} table={table} />
  const columns = table.head.map((head, at) => ({
    id: head,
    head,
    cell: (row: readonly string[]) => row[at],
  }))
  return <DataTable caption={title} rows={table.rows} idOf={([name = '']) => name} columns={columns} />
}
