import { Button } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import { useGround } from '../page/ground.tsx'
import { Panel } from '../page/panel.tsx'
import { actName } from '../words/act-name.ts'

export type Table = {
  readonly head: readonly string[]
  /** Each begins with what names it. */
  readonly rows: readonly (readonly string[])[]
}

function Rows({ title, table: { head, rows } }: { title: string; table: Table }) {
  return (
    <table className="figures-table">
      <caption className="unseen">{title}</caption>
      <thead>
        <tr>
          {head.map(name => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={head[at + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Props = { readonly title: string; readonly table: Table; readonly children: ReactNode }

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
      {asTable ? <Rows title={title} table={table} /> : children}
    </Panel>
  )
}
