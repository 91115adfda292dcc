import type { RoomTable } from '../../../contract/room/room.ts'
import { useStage } from '../parts/context.tsx'
import { PagedFit } from '../parts/paged-fit.tsx'

function Others({ people, others }: RoomTable) {
  const { say } = useStage().translator
  if (others === 0) return null
  const key = people.length === 0 ? 'screen.tables.people' : 'screen.tables.others'
  return <li className="others">{say(key, { count: others })}</li>
}

/** An initial stands on no line of its own. */
const joined = (name: string) => name.replace(/ (?=\p{L}\.$)/u, '\u00A0')

function Names({ table }: { table: RoomTable }) {
  const { say } = useStage().translator
  return (
    <section className="table">
      <h2>{say('screen.table', { table: table.number })}</h2>
      <ul>
        {table.people.map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may show the same name
          <li key={at}>{joined(name)}</li>
        ))}
        <Others {...table} />
      </ul>
    </section>
  )
}

/** As many tables beside each other as leave room for a name. */
const wide = (tables: number) => (tables > 2 ? 'wide-3' : `wide-${tables}`)

function NamedTables({ tables }: { tables: readonly RoomTable[] }) {
  return (
    <PagedFit items={tables} about={`${tables.length}`} least={0.76} className="tables-page">
      {shown => (
        <div className={`tables ${wide(shown.length)}`}>
          {shown.map(table => (
            <Names key={table.number} table={table} />
          ))}
        </div>
      )}
    </PagedFit>
  )
}

function NumberedTables({ tables }: { tables: readonly RoomTable[] }) {
  return (
    <ul className={`numbers ${tables.length > 12 ? 'many' : ''}`}>
      {tables.map(({ number }) => (
        <li key={number}>{number}</li>
      ))}
    </ul>
  )
}

type Props = { readonly names: boolean; readonly tables: readonly RoomTable[] }

/** Who sits where, by name where they agreed to it; everybody reads their own on their phone. */
export function TablesScene({ names, tables }: Props) {
  const { say } = useStage().translator
  return (
    <>
      <header className="scene-head">
        <h1>{say('screen.tables')}</h1>
        <p>{say('screen.tables.phone')}</p>
      </header>
      {names ? <NamedTables tables={tables} /> : <NumberedTables tables={tables} />}
    </>
  )
}
