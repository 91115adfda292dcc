import { Button } from '@fluentui/react-components'
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import { useLayoutEffect, useRef, useState } from 'react'
import { type Failure, failureOf } from '../../data/api/failure.ts'
import type { Confirmation } from '../page/confirmation.tsx'
import { useSession } from '../page/context.tsx'
import { focusOn } from '../page/focus.ts'
import { failureText } from '../words/failure-text.ts'
import { Notice } from './notice.tsx'

/** Takes it back where that can be; why not, in its place. */
function useWayBack({ undo }: Confirmation) {
  const { translator, announce, confirm } = useSession()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const back = async () => {
    if (!undo || busy) return
    setBusy(true)
    try {
      await undo()
      confirm({ text: translator.say('undone') })
      announce(translator.say('undone'))
    } catch (thrown) {
      setFailure(failureOf(thrown))
      setBusy(false)
    }
  }
  return { back, failure }
}

function Way({ done: { go } }: { done: Confirmation }) {
  if (!go) return null
  const { word, to } = go
  if (typeof to === 'string') return <a href={to}>{word}</a>
  return (
    <Button size="small" onClick={to}>
      {word}
    </Button>
  )
}

/** A confirmation, with its undo or link; it takes no focus. */
export default function ConfirmationNotice({ done }: { done: Confirmation }) {
  const { translator, confirm } = useSession()
  const place = useRef<HTMLElement>(null)
  const { back, failure } = useWayBack(done)
  const named = (act: 'undo' | 'tab.close') =>
    translator.say('tab.act', { act: translator.say(act), text: done.about ?? done.text })
  const before = useRef<Element | null>(document.activeElement)
  // Moves the focus out before the notice disappears.
  useLayoutEffect(
    () => () => {
      if (!place.current?.contains(document.activeElement)) return
      const { current } = before
      const known = current instanceof HTMLElement && current !== document.body && current.isConnected
      const heir = known ? current : document.querySelector<HTMLElement>('main h1, main')
      focusOn(heir)
    },
    [],
  )
  return (
    <section className="done-place" aria-label={translator.say('done.label')} ref={place} data-unkept>
      <Notice
        tone={done.tone ?? 'good'}
        action={
          <span className="acts">
            {done.undo && (
              <Button size="small" aria-label={named('undo')} onClick={() => void back()}>
                {translator.say('undo')}
              </Button>
            )}
            <Way done={done} />
            <Button
              size="small"
              appearance="subtle"
              icon={<Dismiss20Regular />}
              aria-label={named('tab.close')}
              onClick={() => confirm(undefined)}
            />
          </span>
        }
      >
        {done.about && <strong>{done.about}</strong>}
        {done.about && '\u00A0· '}
        {done.text}
        {failure && <p>{failureText(failure, translator, 'act')}</p>}
      </Notice>
    </section>
  )
}
