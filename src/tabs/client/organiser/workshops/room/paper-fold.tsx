import './order.css'
import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { print } from '../../../host/print.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { Paper } from '../../../parts/page/paper.tsx'
import type { PanelProps } from '../workshop/panels.ts'
import { type PaperDay, readPaper } from './paper-reading.ts'
import { PaperSheets, SHEETS, type SheetName } from './paper-sheets.tsx'

const NAMES = {
  code: 'paper.code',
  names: 'paper.names',
  tables: 'paper.tables',
  order: 'remote.order',
} as const satisfies Record<SheetName, string>

/** « La journée sur papier »: what carries the day where there is no network, and for who has no phone. */
export function PaperFold({ workshop, call }: PanelProps) {
  const { translator, me } = useSession()
  const { say } = translator
  const act = useAct()
  const [wanted, want] = useState<ReadonlySet<SheetName>>(new Set(SHEETS))
  const [day, setDay] = useState<PaperDay>()
  if (me.role !== 'organiser') return null
  const turn = (name: SheetName) =>
    want(before => new Set(SHEETS.filter(each => (each === name ? !before.has(each) : before.has(each)))))
  const press = async () => {
    const send = async () => {
      const read = await readPaper(call, workshop.id, translator.language)
      // Drawn before the browser prints, and put away after it: other sheets of the page are printed by themselves.
      flushSync(() => setDay(read))
      return print(() => setDay(undefined))
    }
    await act.run(send, began => (began ? say('paper.printed') : say('print.nothing')))
  }
  return (
    <details className="unfold">
      <summary>{say('paper.title')}</summary>
      <p className="quiet">{say('paper.hint')}</p>
      <div className="paper-choices">
        {SHEETS.map(name => (
          <Checkbox
            key={name}
            label={say(NAMES[name])}
            checked={wanted.has(name)}
            onChange={() => turn(name)}
          />
        ))}
      </div>
      <ActFailure act={act} />
      <ActButton act={act} still={wanted.size === 0} onPress={() => void press()}>
        {say('paper.print')}
      </ActButton>
      {day && (
        <Paper name="day">
          <PaperSheets day={day} workshop={workshop} wanted={wanted} />
        </Paper>
      )}
    </details>
  )
}
