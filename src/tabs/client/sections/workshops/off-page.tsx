import { useState } from 'react'
import type { Shown } from '../../../../kernel/counts.ts'
import type { Call } from '../../api/call.ts'
import { useDraft } from '../../dialogs/draft.ts'
import { focusFirstInvalid } from '../../dialogs/focus.ts'
import { ActFailure, useAct } from '../../page/act.tsx'
import { ActButton } from '../../page/act-button.tsx'
import { useGround } from '../../page/ground.tsx'
import { Notice } from '../../page/notice.tsx'
import { type Crumb, SectionHead } from '../../page/section-head.tsx'
import { lengthOf } from '../../words/length.ts'
import { CountedField } from './counted-field.tsx'
import { LinkButton } from './link-button.tsx'

/** Characters of a reason, as a person counts them. */
const LIMIT = 200

export type Off = 'cancelled' | 'postponed'

type Props = {
  readonly call: Call
  readonly trail: readonly Crumb[]
  readonly title: string
  /** Who hears of it. */
  readonly seats: Shown
  readonly waiting: Shown
  /** Where it is sent, and with what beside the reason. */
  readonly path: string
  readonly offs: readonly { readonly off: Off; readonly word: string; readonly done: string }[]
  /** Where one is led then, or without having done anything. */
  readonly back: string
  readonly move?: { readonly href: string; readonly word: string }
}

/** Why a workshop, or a whole series, does not take place; who hears of it stands beside the buttons. */
export function OffPage({ call, trail, title, seats, waiting, path, offs, back, move }: Props) {
  const { say } = useGround().speech
  const draft = useDraft(`off:${path}`, { reason: '' })
  const { reason } = draft.value
  const [tried, setTried] = useState(false)
  const act = useAct()
  const count = lengthOf(reason)
  const send = async (off: Off, done: string) => {
    setTried(true)
    if (count === 0 || count > LIMIT) return focusFirstInvalid()
    if (!(await act.run(() => call('POST', path, { off, reason }), done))) return
    draft.reset()
    location.hash = back
  }
  return (
    <>
      <SectionHead title={title} trail={trail} />
      <form className="card panel form" noValidate onSubmit={event => event.preventDefault()}>
        <Notice tone="warning">
          {seats === 0 && waiting === 0
            ? say('plan.off.nobody')
            : `${say('plan.off.told', { seats, waiting })} ${say('off.footer')}`}
        </Notice>
        <CountedField
          label={say('off.reason')}
          value={reason}
          onChange={next => draft.change({ reason: next })}
          limit={LIMIT}
          rows={3}
          missing={tried ? say('refusal.empty-text') : undefined}
        />
        <ActFailure act={act} />
        <div className="acts">
          {offs.map(({ off, word, done }) => (
            <ActButton key={off} act={act} onPress={() => void send(off, done)}>
              {word}
            </ActButton>
          ))}
          {move && <LinkButton href={move.href}>{move.word}</LinkButton>}
          <LinkButton href={back}>{say('workshop.change.leave')}</LinkButton>
        </div>
      </form>
    </>
  )
}
