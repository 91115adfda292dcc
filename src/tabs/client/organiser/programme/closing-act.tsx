import { Button, Checkbox } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { CloseoutView, ClosingInput } from '../../../contract/closeout.ts'
import type { Call } from '../../data/api/call.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useSession } from '../../parts/page/context.tsx'

type Props = { readonly call: Call; readonly view: CloseoutView; readonly changed: () => void }

/** « Clore le programme »: asked once more, in place, with what is left said and ticked as read. */
export function ClosingAct({ call, view, changed }: Props) {
  const { say } = useSession().translator
  const act = useAct()
  const [asking, setAsking] = useState(false)
  const [ticked, setTicked] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const asked = useRef(false)
  useEffect(() => {
    if (asking) place.current?.querySelector<HTMLElement>('input')?.focus()
    else if (asked.current) place.current?.querySelector<HTMLElement>('button')?.focus()
    asked.current = asking
  }, [asking])
  const close = async () => {
    const input: ClosingInput = { left: view.left, sure: true }
    const done = await act.run(() => call<CloseoutView>('POST', '/closing', input), {
      text: say('closeout.closed'),
    })
    changed()
    setTicked(false)
    // The buttons go with what they were about.
    if (done) document.querySelector<HTMLElement>('main h1')?.focus()
    if (done) setAsking(false)
  }
  return (
    <div ref={place} className="closing-act">
      {asking ? (
        <>
          <p>
            <strong>{say('closeout.ask', { count: view.left })}</strong> {say('closeout.after')}
          </p>
          <Checkbox
            label={say('closeout.tick')}
            checked={ticked}
            onChange={(_, { checked }) => setTicked(checked === true)}
          />
          <div className="acts">
            <Button onClick={() => setAsking(false)}>{say('closeout.keep')}</Button>
            <ActButton act={act} still={!ticked} final onPress={() => void (ticked && close())}>
              {say('closeout.sure')}
            </ActButton>
          </div>
        </>
      ) : (
        <div className="acts">
          <Button onClick={() => setAsking(true)}>{say('closeout.close')}</Button>
        </div>
      )}
      <ActFailure act={act} />
    </div>
  )
}

/** « Rouvrir le programme »: it can be closed again, so it is not asked twice. */
export function ReopeningAct({ call, changed }: Omit<Props, 'view'>) {
  const { say } = useSession().translator
  const act = useAct()
  const reopen = async () => {
    const done = await act.run(() => call<CloseoutView>('POST', '/closing/reopen', {}), {
      text: say('closeout.reopened'),
    })
    changed()
    if (done) document.querySelector<HTMLElement>('main h1')?.focus()
  }
  return (
    <div className="closing-act">
      <p className="quiet">{say('closeout.reopen.about')}</p>
      <div className="acts">
        <ActButton act={act} onPress={() => void reopen()}>
          {say('closeout.reopen')}
        </ActButton>
      </div>
      <ActFailure act={act} />
    </div>
  )
}
