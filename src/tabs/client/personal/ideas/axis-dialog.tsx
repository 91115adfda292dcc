import { useState } from 'react'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { AxisField } from '../commitments/axis-field.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import type { Finish } from '../navigation/dialog-request.ts'

/** « Sur quel axe ? », for an idea of mine that was typed without one. */
export function AxisDialog({ idea, finish }: { idea: IdeaView; finish: Finish }) {
  const { translator, acts } = usePersonalTab()
  const act = useAct()
  const [tried, setTried] = useState(false)
  const [axis, setAxis] = useState('')
  const send = async () => {
    setTried(true)
    if (axis === '') return focusFirstInvalid()
    const saved = await act.run(() => acts.setAxis(idea.id, axis), translator.say('idea.axis.saved'))
    if (saved) finish(`idea-${idea.id}`)
  }
  return (
    <Frame
      title={translator.say('idea.axis.ask')}
      close={() => finish()}
      submit={{ word: translator.say('idea.axis.set'), act, send: () => void send() }}
    >
      <p className="words">{idea.text}</p>
      <AxisField value={axis} onChange={setAxis} tried={tried} optional />
    </Frame>
  )
}
