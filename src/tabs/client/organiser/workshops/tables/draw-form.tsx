import { Input, Radio, RadioGroup } from '@fluentui/react-components'
import { type FormEvent, type RefObject, useState } from 'react'
import type { DrawInput, TablesView } from '../../../../contract/workshops/tables.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { StepNotice } from './step-notice.tsx'

type By = 'size' | 'tables'
/** Default size of a table: seven or eight people hear each other. */
const USUAL = '8'

type Props = {
  readonly drawn: TablesView['draw']
  readonly draw: (wanted: DrawInput['wanted'], again: boolean) => Promise<TablesView>
  /** Takes the focus from a question that was answered. */
  readonly heir: RefObject<HTMLElement | null>
}

/** How many tables, and the draw itself: asked about once more when everybody has seen theirs. */
export function DrawForm({ drawn, draw, heir }: Props) {
  const { say } = useSession().translator
  const act = useAct()
  const [by, setBy] = useState<By>(drawn ? 'tables' : 'size')
  const [number, setNumber] = useState(drawn ? String(drawn.tables) : USUAL)
  const [warned, warn] = useState(false)
  const shown = drawn?.shownAt !== undefined
  const send = async () => {
    const count = Number(number)
    const wanted = by === 'size' ? { size: count } : { tables: count }
    if (await act.run(() => draw(wanted, shown), { text: say('tables.drawn') })) warn(false)
  }
  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (shown) warn(true)
    else void send()
  }
  return (
    <form className="draw-form" onSubmit={ask} noValidate>
      <RadioGroup
        layout="horizontal"
        value={by}
        aria-label={say('tables.by')}
        onChange={(_, data) => setBy(data.value === 'size' ? 'size' : 'tables')}
      >
        <Radio value="size" label={say('tables.by.size')} />
        <Radio value="tables" label={say('tables.by.count')} />
      </RadioGroup>
      <div className="draw-line">
        <Input
          type="number"
          min={1}
          max={100}
          value={number}
          aria-label={say(by === 'size' ? 'tables.by.size' : 'tables.by.count')}
          onChange={(_, data) => setNumber(data.value)}
        />
        <ActButton act={act} type="submit">
          {say(drawn ? 'tables.redraw' : 'tables.draw')}
        </ActButton>
      </div>
      {/* Elsewhere than the button that asked: its second click would answer. */}
      {shown && warned && (
        <StepNotice
          tone="warning"
          text={say('tables.warn')}
          act={act}
          word={say('tables.anyway')}
          press={() => void send()}
          heir={heir}
        />
      )}
      <ActFailure act={act} />
      <p className="quiet">{say('tables.rules')}</p>
    </form>
  )
}
