import { createPortal } from 'react-dom'
import type { TablesView } from '../../contract/tables.ts'
import { TableList } from './table-list.tsx'

/** What is on paper alone, in the place of the code's sheet while it prints. */
export function printTables(): void {
  document.body.classList.add('prints-tables')
  window.print()
  document.body.classList.remove('prints-tables')
}

type Props = { readonly title: string; readonly tables: TablesView['tables'] }

/** Every table with its names, to be held at the door. */
export function TablesSheet({ title, tables }: Props) {
  return createPortal(
    <div className="tables-sheet" aria-hidden="true">
      <p className="print-title">{title}</p>
      <TableList tables={tables} />
    </div>,
    document.body,
  )
}
