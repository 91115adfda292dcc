import type { NamedPerson, TablesView } from '../../../../contract/workshops/tables.ts'
import { useSession } from '../../../parts/page/context.tsx'

const namesOf = (people: readonly NamedPerson[]) => people.map(({ name }) => name).join(', ')

/** Every table with who sits there. */
export function TableList({ tables }: { tables: TablesView['tables'] }) {
  const { say } = useSession().translator
  return (
    <ul className="table-list">
      {tables.map(({ number, leaders, people }) => (
        <li key={number} className="table-box">
          <h3>{say('tables.number', { table: number })}</h3>
          {leaders.length > 0 && <p className="quiet">{say('tables.led', { names: namesOf(leaders) })}</p>}
          {people.length === 0 ? (
            <p className="quiet">{say('tables.empty')}</p>
          ) : (
            <ul>
              {people.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
