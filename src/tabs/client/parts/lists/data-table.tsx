import { type ReactNode, type RefObject, useId } from 'react'
import { useNarrow } from '../page/narrow.ts'

export type TableColumn<T> = {
  readonly id: string
  readonly head: string
  readonly cell: (row: T) => ReactNode
  /** Right-aligned figures. */
  readonly numeric?: boolean
  /** Its values say by themselves what they are: on a phone, the head is for screen readers. */
  readonly plain?: boolean
}

type Props<T> = {
  readonly caption: string
  /** Whether the caption is on screen; a heading above may say the same. */
  readonly captioned?: boolean
  readonly rows: readonly T[]
  readonly idOf: (row: T) => string
  /** The first one names the row. */
  readonly columns: readonly TableColumn<T>[]
  /** Link of a row, from its name. */
  readonly linkOf?: (row: T) => string | undefined
  readonly actsOf?: (row: T) => ReactNode
  /** The head of the column of acts, for screen readers. */
  readonly actsHead?: string
  /** Where `ReadOn` moves the focus. */
  readonly body?: RefObject<HTMLElement | null>
}

type RowProps<T> = Props<T> & { readonly row: T }

function Name<T>({ row, columns: [first], linkOf }: RowProps<T>) {
  const href = linkOf?.(row)
  const name = first?.cell(row)
  return href ? (
    <a className="row-link" href={href}>
      {name}
    </a>
  ) : (
    name
  )
}

function Rows<T>(props: Props<T>) {
  const { caption, captioned, rows, idOf, columns, actsOf, actsHead, body } = props
  return (
    <table className="data-table">
      <caption className={captioned ? undefined : 'unseen'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ id, head, numeric }) => (
            <th key={id} scope="col" className={numeric ? 'numeric' : undefined}>
              {head}
            </th>
          ))}
          {actsOf && (
            <th scope="col">
              <span className="unseen">{actsHead}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody ref={body as RefObject<HTMLTableSectionElement>} tabIndex={-1}>
        {rows.map(row => (
          <tr key={idOf(row)} tabIndex={-1}>
            <th scope="row">
              <Name {...props} row={row} />
            </th>
            {columns.slice(1).map(({ id, cell, numeric }) => (
              <td key={id} className={numeric ? 'numeric' : undefined}>
                {cell(row)}
              </td>
            ))}
            {actsOf && <td className="row-acts">{actsOf(row)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cards<T>(props: Props<T>) {
  const { caption, captioned, rows, idOf, columns, actsOf, body } = props
  const title = useId()
  return (
    <div className="data-cards">
      <p id={title} className={captioned ? 'data-caption' : 'unseen'}>
        {caption}
      </p>
      <ul ref={body as RefObject<HTMLUListElement>} tabIndex={-1} aria-labelledby={title}>
        {rows.map(row => (
          <li key={idOf(row)} tabIndex={-1}>
            <div className="data-name">
              <Name {...props} row={row} />
            </div>
            <dl>
              {columns.slice(1).map(({ id, head, cell, plain }) => {
                const value = cell(row)
                if (value === null || value === undefined || value === '') return null
                return (
                  <div key={id} className={plain ? 'data-plain' : undefined}>
                    <dt className={plain ? 'unseen' : undefined}>{head}</dt>
                    <dd>{value}</dd>
                  </div>
                )
              })}
            </dl>
            {actsOf && <div className="acts">{actsOf(row)}</div>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A table where there is room for one; on a phone its rows as cards, each value beside the head of its column. */
export function DataTable<T>(props: Props<T>) {
  return useNarrow() ? <Cards {...props} /> : <Rows {...props} />
}
