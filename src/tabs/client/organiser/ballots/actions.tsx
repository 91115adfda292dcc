import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { BallotSheet } from '../../../contract/ballots/sheets.ts'
import { pathTo } from '../../data/store/lists.ts'
import type { Store } from '../../data/store/store.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useSession } from '../../parts/page/context.tsx'

type Props = { readonly sheet: BallotSheet; readonly store: Store<{ readonly sheet: BallotSheet }> }

/** « Ouvrir maintenant », and « Clore maintenant » or « Annuler », which nothing undoes: asked once more in place. */
export function BallotActions({ sheet, store }: Props) {
  const { say } = useSession().translator
  const act = useAct()
  const [asking, setAsking] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const asked = useRef(false)
  const { id, stage, question } = sheet
  const open = stage === 'open'
  useEffect(() => {
    if (asking) place.current?.querySelector<HTMLElement>('[data-sure]')?.focus()
    else if (asked.current) place.current?.querySelector<HTMLElement>('button')?.focus()
    asked.current = asking
  }, [asking])
  const send = async (what: 'start' | 'close', said: string) => {
    const path = pathTo('/ballots', id, what)
    const done = await act.run(
      () => store.send<BallotSheet>('POST', path, undefined, answer => store.put('sheet', () => answer)),
      { text: said, about: question },
    )
    // The buttons go with what they were about.
    if (done) document.querySelector<HTMLElement>('main h1')?.focus()
    setAsking(false)
  }
  if (stage === 'closed') return null
  if (asking) {
    return (
      <div ref={place} className="ballot-sure">
        <p>
          <strong>{say(open ? 'ballot.close.ask' : 'ballot.cancel.ask')}</strong>{' '}
          {say(open ? 'ballot.close.after' : 'ballot.cancel.after')}
        </p>
        <div className="acts">
          <ActButton
            act={act}
            appearance="primary"
            onPress={() => void send('close', say(open ? 'ballot.closed' : 'ballot.cancelled'))}
          >
            {say(open ? 'ballot.close' : 'ballot.cancel')}
          </ActButton>
          <Button data-sure onClick={() => setAsking(false)}>
            {say(open ? 'ballot.close.keep' : 'ballot.cancel.keep')}
          </Button>
        </div>
        <ActFailure act={act} />
      </div>
    )
  }
  return (
    <div ref={place} className="ballot-sure">
      <div className="acts">
        <Button onClick={() => setAsking(true)}>{say(open ? 'ballot.close' : 'ballot.cancel')}</Button>
        {!open && (
          <ActButton act={act} appearance="primary" onPress={() => void send('start', say('ballot.opened'))}>
            {say('ballot.start')}
          </ActButton>
        )}
      </div>
      <ActFailure act={act} />
    </div>
  )
}
