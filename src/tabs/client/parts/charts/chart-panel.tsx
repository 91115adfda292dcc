import { Button } from '@fluentui/react-components'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useSession } from '../page/context.tsx'
import { Panel } from '../panels/panel.tsx'
import { actName } from '../words/button-name.ts'
import type { ChartTable } from './figures-table.tsx'

const ChartNumbers = lazy(() => import('./chart-numbers.tsx'))

type Props = { readonly title: string; readonly table: ChartTable; readonly children: ReactNode }

/** A chart, and the same as a table in its place, for who reads numbers or hears them; and the button between the two. */
export function useChart({ title, table, children }: Props) {
  const { translator } = useSession()
  const [asTable, setAsTable] = useState(false)
  const word = asTable ? 'direction.chart' : 'direction.table'
  const toggle = (
    <Button
      appearance="transparent"
      className="more"
      aria-label={actName(translator, word, title)}
      onClick={() => setAsTable(!asTable)}
    >
      {translator.say(word)}
    </Button>
  )
  const shown = asTable ? (
    <Suspense fallback={children}>
      <ChartNumbers title={title} table={table} />
    </Suspense>
  ) : (
    children
  )
  return { toggle, shown }
}

/** Such a chart in a card of its own. */
export function ChartPanel(props: Props) {
  const { toggle, shown } = useChart(props)
  return (
    <Panel title={props.title} action={toggle}>
      {shown}
    </Panel>
  )
}
