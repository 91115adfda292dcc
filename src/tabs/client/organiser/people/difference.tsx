import type { ReactNode } from 'react'
import type { FileCheckView, FileKindView } from '../../../contract/people/file.ts'
import { DataTable, type TableColumn } from '../../parts/lists/data-table.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { changeText, leavingText, newText } from './file-texts.ts'
import { amountText, seatText } from './texts.ts'

export type PeopleFileDifference = Exclude<FileCheckView, { faults: unknown }>

const MANY = 10

/** Whether most of those whom the last file named would be named no more: the wrong file, more often than not. */
export function losesMost({ changed, leaving, same }: PeopleFileDifference): boolean {
  return leaving.count > MANY && leaving.count > changed.count + same
}

/** How many there are of each kind; of those who are the same, that is all there is to say. */
export function Tally({ found }: { found: PeopleFileDifference }) {
  const { translator } = useSession()
  const { say } = translator
  const { added, changed, leaving, same } = found
  const all = [
    { key: 'added', word: say('staff.file.added'), count: added.count },
    { key: 'changed', word: say('staff.file.changed'), count: changed.count },
    { key: 'leaving', word: say('staff.file.leaving'), count: leaving.count },
    { key: 'same', word: say('staff.file.same'), count: same },
  ]
  return (
    <dl className="tally">
      {all.map(({ key, word, count }) => (
        <div key={key}>
          <dt>{word}</dt>
          <dd>{amountText(translator, count)}</dd>
        </div>
      ))}
    </dl>
  )
}

type Row = { readonly key: string; readonly line?: number; readonly name: string; readonly text: string }

function Kind({ title, rows, more }: { title: string; rows: readonly Row[]; more: number }): ReactNode {
  const { say } = useSession().translator
  if (rows.length === 0) return null
  const lines = rows.some(({ line }) => line !== undefined)
  const columns: readonly TableColumn<Row>[] = [
    { id: 'name', head: say('staff.column.name'), cell: ({ name }) => name },
    { id: 'text', head: say('staff.file.what'), cell: ({ text }) => text },
    ...(lines
      ? [{ id: 'line', head: say('staff.file.line'), cell: ({ line }: Row) => line, numeric: true }]
      : []),
  ]
  return (
    <section className="card panel">
      <DataTable caption={title} captioned rows={rows} idOf={({ key }) => key} columns={columns} />
      {more > 0 && <p className="quiet">{say('roster.more', { count: more })}</p>}
    </section>
  )
}

/** Who comes, who changes and who leaves, the first hundred of each by name. */
export function DifferenceTables({ found }: { found: PeopleFileDifference }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { added, changed, leaving, replaced, kept } = found
  const more = <T,>({ count, first }: FileKindView<T>) => count - first.length
  return (
    <>
      <Kind
        title={say('roster.leaving', { count: leaving.count })}
        more={more(leaving)}
        rows={leaving.first.map((each, at) => ({
          key: String(at),
          name: each.name,
          text: leavingText(translator, programme, each),
        }))}
      />
      <Kind
        title={say('roster.replacing', { count: replaced.count })}
        more={more(replaced)}
        rows={replaced.first.map((each, at) => ({
          key: String(at),
          line: each.line,
          name: each.name,
          text: say('roster.replaced', { role: seatText(translator, programme, each.seat), name: each.by }),
        }))}
      />
      <Kind
        title={say('roster.keeping', { count: kept.count })}
        more={more(kept)}
        rows={kept.first.map((each, at) => ({
          key: String(at),
          line: each.line,
          name: each.name,
          text: say('roster.kept', { role: seatText(translator, programme, each.seat), name: each.by }),
        }))}
      />
      <Kind
        title={say('roster.changed', { count: changed.count })}
        more={more(changed)}
        rows={changed.first.map(each => ({
          key: String(each.line),
          line: each.line,
          name: each.name,
          text: changeText(translator, programme, each),
        }))}
      />
      <Kind
        title={say('roster.added', { count: added.count })}
        more={more(added)}
        rows={added.first.map(each => ({
          key: String(each.line),
          line: each.line,
          name: each.name,
          text: newText(translator, programme, each),
        }))}
      />
    </>
  )
}
