import { Field, Input } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { ColleagueView, TickedView } from '../../../../contract/attendance.ts'
import type { Call } from '../../../data/api/call.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { FactLine } from '../../../parts/panels/fact-line.tsx'
import { actName } from '../../../parts/words/button-name.ts'
import { failureText } from '../../../parts/words/failure-text.ts'
import { useColleagues } from './use-colleagues.ts'

function Row({ person, bringIn }: { person: ColleagueView; bringIn: (id: string) => Promise<void> }) {
  const { translator, programme } = useSession()
  const act = useAct()
  const { say } = translator
  const direction = programme.directions.find(({ id }) => id === person.direction)?.name
  return (
    <li className="roll-row">
      <div>
        <p className="words">{person.name}</p>
        <FactLine of={[direction, person.present && say('day.here')]} />
        <ActFailure act={act} />
      </div>
      {!person.present && (
        <ActButton
          act={act}
          aria-label={actName(translator, 'day.bring-in', person.name)}
          onPress={() => void act.run(() => bringIn(person.id), say('day.brought-in', { name: person.name }))}
        >
          {say('day.bring-in')}
        </ActButton>
      )}
    </li>
  )
}

type Props = {
  readonly call: Call
  readonly workshop: string
  readonly changed: () => Promise<void>
}

/** Lets somebody in who came without a seat, looked for by name. */
export function WalkInPanel({ call, workshop, changed }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const title = useId()
  const [name, setName] = useState('')
  const [turn, setTurn] = useState(0)
  const path = `/attendance/${encodeURIComponent(workshop)}`
  const { found, failure } = useColleagues(call, path, name, turn)
  const bringIn = async (person: string) => {
    await call<TickedView>('POST', `${path}/walk-ins`, { person })
    setTurn(before => before + 1)
    await changed()
  }
  return (
    <section className="card panel" aria-labelledby={title}>
      <div className="panel-head">
        <h2 id={title}>{say('day.walk-in')}</h2>
      </div>
      <p className="quiet">{say('day.walk-in.rules')}</p>
      <Field label={say('day.colleague')} className="roll-find">
        <Input value={name} maxLength={100} onChange={(_, data) => setName(data.value)} />
      </Field>
      {failure && <Notice tone="warning">{failureText(failure, translator, {})}</Notice>}
      {found?.length === 0 && <p className="quiet">{say('day.colleague.none')}</p>}
      {found && found.length > 0 && (
        <ul className="rows roll" aria-labelledby={title}>
          {found.map(person => (
            <Row key={person.id} person={person} bringIn={bringIn} />
          ))}
        </ul>
      )}
    </section>
  )
}
