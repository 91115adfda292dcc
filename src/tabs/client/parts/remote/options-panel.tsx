import { Field, Select, Switch } from '@fluentui/react-components'
import { useId } from 'react'
import type { RoomOptions } from '../../../contract/room/remote.ts'
import { useSession } from '../page/context.tsx'
import type { Remote } from './use-remote.ts'

const SWITCHES = [
  ['names', 'remote.names'],
  ['frozen', 'remote.frozen'],
  ['reviewed', 'remote.reviewed'],
] as const

/** What the screen shows of tables and ideas; each is sent as it is pressed. */
export function OptionsPanel({ remote }: { remote: Remote }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { view, act, send } = remote
  const id = useId()
  const { workshop } = view.room
  const put = (change: Partial<RoomOptions>) => void send('options', change, say('remote.set'))
  const axes = programme.axes.filter(axis => workshop.axes.includes(axis.id))
  return (
    <section className="card panel" aria-labelledby={id}>
      <h2 id={id}>{say('remote.options')}</h2>
      {SWITCHES.map(([name, key]) => (
        <Switch
          key={name}
          className="remote-switch"
          label={say(key)}
          labelPosition="before"
          checked={view.options[name]}
          disabled={act.busy}
          onChange={(_, { checked }) => put({ [name]: checked })}
        />
      ))}
      <p className="quiet">{say('remote.reviewed.hint')}</p>
      {axes.length > 1 && (
        <Field label={say('remote.axis')}>
          <Select value={view.options.axis ?? ''} onChange={(_, { value }) => put({ axis: value })}>
            <option value="">{say('remote.axis.all')}</option>
            {axes.map(axis => (
              <option key={axis.id} value={axis.id}>
                {axis.title}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </section>
  )
}
