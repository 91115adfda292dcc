import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { ScreenView } from '../../../../contract/attendance.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { QrCode } from '../../../parts/panels/qr-code.tsx'
import { capitalised } from '../../../parts/words/capital.ts'
import { presentText, whenAndWhere } from '../workshop/facts.ts'
import type { CheckInCode } from './use-code.ts'

/** « BCD FGH », letter by letter for a screen reader. */
export function Letters({ letters }: { readonly letters: string }) {
  return (
    <p className="code-letters">
      <span aria-hidden="true">{`${letters.slice(0, 3)}\u00A0${letters.slice(3)}`}</span>
      <span className="unseen">{[...letters].join(' ')}</span>
    </p>
  )
}

/** The code of this moment with the seconds that are left to it, and the six letters. */
export function Code({ view, left, stale }: { view: ScreenView; left: number; stale: boolean }) {
  const { say } = useSession().translator
  return (
    <div className="code">
      {stale ? (
        <Notice tone="warning">{say('day.code.stale')}</Notice>
      ) : (
        <QrCode text={view.link} label={say('day.code.label')} />
      )}
      <div className="code-side">
        <p>{say('day.code.scan')}</p>
        <p className="quiet" aria-hidden="true">
          {say('day.code.left', { seconds: left })}
        </p>
        <p>{say('day.code.type')}</p>
        <Letters letters={view.letters} />
      </div>
    </div>
  )
}

/** Fills the window, and the whole screen where Teams allows it. Escape leaves it. */
export function Projector({
  screen,
  shown,
  close,
}: {
  screen: CheckInCode
  shown: boolean
  close: () => void
}) {
  const { translator } = useSession()
  const { say } = translator
  const dialog = useRef<HTMLDialogElement>(null)
  const { view, left, stale } = screen
  useEffect(() => {
    if (!shown) return
    const { current } = dialog
    // The page first: what is given the whole screen covers all that stood above it. A frame may not be let: the window
    // is filled all the same.
    const filled = document.documentElement.requestFullscreen?.() ?? Promise.resolve()
    void filled.catch(() => {}).then(() => current?.isConnected && current.showModal())
    return () => {
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => {})
    }
  }, [shown])
  if (!shown || !view) return null
  return (
    <dialog ref={dialog} className="projector" aria-label={view.workshop.title} onClose={close}>
      <div className="projector-head">
        <div>
          <h2>{view.workshop.title}</h2>
          <p>{capitalised(whenAndWhere(view.workshop, translator))}</p>
        </div>
        <Button onClick={() => dialog.current?.close()}>{say('day.projector.close')}</Button>
      </div>
      <Code view={view} left={left} stale={stale} />
      <p className="projector-count">{presentText(view, translator)}</p>
    </dialog>
  )
}
