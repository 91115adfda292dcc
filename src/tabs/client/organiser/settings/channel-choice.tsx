import { Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { BindingInput, BindingView } from '../../../contract/channels.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useSession } from '../../parts/page/context.tsx'

type Props = {
  /** What it is about, for a screen reader. */
  readonly label: string
  readonly bound: string | undefined
  readonly bind: (direction: BindingInput['direction']) => Promise<BindingView>
}

/** Choice of a binding's Direction; saved by its button. */
export function ChannelChoice({ label, bound = '', bind }: Props) {
  const { translator, programme } = useSession()
  const { say } = translator
  const act = useAct()
  const [chosen, choose] = useState(bound)
  const [shown, show] = useState(bound)
  // A binding saved by somebody else replaces an unsaved choice.
  if (bound !== shown) {
    show(bound)
    choose(bound)
  }
  const gone = bound !== '' && !programme.directions.some(({ id }) => id === bound)
  const nameOf = (id: string) => programme.directions.find(direction => direction.id === id)?.name
  const done = {
    text: say(chosen ? 'channel.bound.done' : 'channel.unbound.done'),
    about: [label, nameOf(chosen || bound)].filter(Boolean).join(' → '),
    undo: () => bind(bound || null),
  }
  return (
    <div>
      <div className="channel-choice">
        <Select value={chosen} aria-label={label} onChange={(_, { value }) => choose(value)}>
          <option value="">{say('channel.list.unbound')}</option>
          {gone && <option value={bound}>{bound}</option>}
          {programme.directions.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        {chosen !== bound && (
          <ActButton
            act={act}
            aria-label={say('tab.act', { act: say('channel.bind.save'), text: label })}
            onPress={() => void act.run(() => bind(chosen || null), done)}
          >
            {say(chosen ? 'channel.bind.save' : 'channel.unbind.save')}
          </ActButton>
        )}
      </div>
      <ActFailure act={act} />
    </div>
  )
}
