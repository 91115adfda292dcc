import './paper.css'
import type { KeptDayView } from '../../../../contract/attendance.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { QrCode } from '../../../parts/panels/qr-code.tsx'
import { itemText } from '../../../parts/remote/order-item.ts'
import { capitalised } from '../../../parts/words/capital.ts'
import { Letters } from '../day/code-panel.tsx'
import { whenAndWhere } from '../workshop/facts.ts'
import { totalText } from './order-texts.ts'
import type { PaperDay } from './paper-reading.ts'

/** Sheets of the day, in the order of the pile. */
export const SHEETS = ['code', 'names', 'tables', 'order'] as const
export type SheetName = (typeof SHEETS)[number]

type Props = { readonly day: PaperDay; readonly workshop: KeptDayView }

/** The code that checks in, good on the day. */
function CodeSheet({ day: { screen } }: Props) {
  const { say } = useSession().translator
  return (
    <section className="paper-code">
      <h2>{say('paper.code')}</h2>
      <QrCode text={screen.printLink} label={say('day.code.label')} />
      <p>{say('day.code.scan')}</p>
      <p>{say('day.code.type')}</p>
      <Letters letters={screen.letters} />
      <p>{say('day.print.rules')}</p>
    </section>
  )
}

/** At the door one looks for a name. */
function NamesSheet({ day: { names } }: Props) {
  const { say } = useSession().translator
  return (
    <section>
      <h2>{say('paper.names')}</h2>
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col">{say('tables.name')}</th>
            <th scope="col">{say('tables.table')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map(({ id, name, table }) => (
            <tr key={`${id} ${table}`}>
              <th scope="row">{name}</th>
              <td>{table}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** One for each table: who sits there, and lines for ideas written by hand. */
function TableSheets({ day: { tables } }: Props) {
  const { say } = useSession().translator
  return tables.map(({ number, leaders, people }) => (
    <section key={number}>
      <h2>{say('tables.number', { table: number })}</h2>
      {leaders.length > 0 && (
        <p>{say('tables.led', { names: leaders.map(({ name }) => name).join(', ') })}</p>
      )}
      <p>{people.map(({ name }) => name).join(', ')}</p>
      <p>{say('paper.ideas')}</p>
      <div className="paper-lines" />
    </section>
  ))
}

function OrderSheet({ day: { order }, workshop }: Props) {
  const { translator } = useSession()
  return (
    <section>
      <h2>{translator.say('remote.order')}</h2>
      <ol className="paper-order">
        {order.items.map(item => (
          <li key={item.id}>
            <strong>{itemText(item, translator)}</strong>
            {item.words !== '' && <p>{item.words}</p>}
          </li>
        ))}
      </ol>
      <p>{totalText(order.items, workshop, translator)}</p>
    </section>
  )
}

const DRAWN = { code: CodeSheet, names: NamesSheet, tables: TableSheets, order: OrderSheet } as const

/** The sheets that were asked for, each on a page of its own. */
export function PaperSheets({ day, workshop, wanted }: Props & { readonly wanted: ReadonlySet<SheetName> }) {
  const { translator } = useSession()
  return (
    <>
      <h1>{workshop.title}</h1>
      <p>{capitalised(whenAndWhere(workshop, translator))}</p>
      {SHEETS.filter(name => wanted.has(name)).map(name => {
        const Sheet = DRAWN[name]
        return <Sheet key={name} day={day} workshop={workshop} />
      })}
    </>
  )
}
