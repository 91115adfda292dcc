import { createPortal } from 'react-dom'
import type { TablesView } from '../../../contract/tables.ts'
import { useGround } from '../../page/ground.tsx'
import { capitalised } from '../../words/capital.ts'
import { whenAndWhere } from './facts.ts'
import type { PanelProps } from './panels.ts'
import { TableList } from './table-list.tsx'

/** What is on paper alone, in the place of the code's sheet while it prints. */
export const PRINTS_TABLES = 'prints-tables'

type Props = { readonly workshop: PanelProps['workshop']; readonly tables: TablesView['tables'] }

/** Every table with its names, to be held at the door. */
export function TablesSheet({ workshop, tables }: Props) {
  const { speech } = useGround()
  return createPortal(
    <div className="tables-sheet" aria-hidden="true">
      <p className="print-title">{workshop.title}</p>
      <p>{capitalised(whenAndWhere(workshop, speech))}</p>
      <TableList tables={tables} />
    </div>,
    document.body,
  )
}
