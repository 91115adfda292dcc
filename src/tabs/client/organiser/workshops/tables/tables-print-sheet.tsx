import { createPortal } from 'react-dom'
import type { TablesView } from '../../../../contract/workshops/tables.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { capitalised } from '../../../parts/words/capital.ts'
import { whenAndWhere } from '../workshop/facts.ts'
import type { PanelProps } from '../workshop/panels.ts'
import { byName } from './door-list.ts'

/** Class of the body while the tables, and not the check-in code, are printed. */
export const PRINTS_TABLES = 'prints-tables'

type Props = { readonly workshop: PanelProps['workshop']; readonly view: TablesView }

/** Everybody by name, with their table, or that a seat is offered to them: at the door one looks for a name. */
export function TablesPrintSheet({ workshop, view }: Props) {
  const { translator } = useSession()
  const { say } = translator
  return createPortal(
    <div className="tables-sheet" aria-hidden="true">
      <p className="print-title">{workshop.title}</p>
      <p>{capitalised(whenAndWhere(workshop, translator))}</p>
      <table className="door-list">
        <thead>
          <tr>
            <th>{say('tables.name')}</th>
            <th>{say('tables.table')}</th>
          </tr>
        </thead>
        <tbody>
          {byName(view, translator.language).map(({ id, name, table }) => (
            <tr key={`${id} ${table}`}>
              <td>{name}</td>
              <td>{table ?? say('day.offered')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  )
}
