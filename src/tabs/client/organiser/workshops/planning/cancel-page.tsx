import { Button } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { type Shown, total } from '../../../../../kernel/personal-data/counts.ts'
import type { ConcernedView } from '../../../../contract/workshops/planning.ts'
import type { Call } from '../../../data/api/call.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { useDraft } from '../../../parts/forms/draft.ts'
import { focusFirstInvalid } from '../../../parts/forms/field-focus.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { lengthOf } from '../../../parts/words/length.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { type Crumb, SectionHead } from '../../parts/section-head.tsx'
import { ConfirmDialog } from '../fields/confirm-dialog.tsx'
import { CountedField } from '../fields/counted-field.tsx'

/** Characters of a reason, as a person counts them. */
const LIMIT = 200

type Off = 'cancelled' | 'postponed'

type Props = {
  readonly call: Call
  readonly trail: readonly Crumb[]
  readonly title: string
  /** What the workshop, or the series, is called. */
  readonly name: string
  /** Number of people notified. */
  readonly concerned: ConcernedView | undefined
  /** Path of the request, which has the new state and the reason. */
  readonly path: string
  readonly cancel: { readonly word: string; readonly ask: string; readonly done: string }
  readonly postpones: boolean
  /** Where one is led then, or without having done anything. */
  readonly back: string
  /** To another date at once. */
  readonly move?: string
}

const LOSES = { cancelled: 'off.loses', postponed: 'plan.off.told' } as const

/**
 * Calls off a workshop, or a whole series. Postponing, which keeps people's seats, comes first; cancelling is set
 * apart. Both ask for confirmation, since people are notified.
 */
export default function CancelPage({
  call,
  trail,
  title,
  name,
  concerned,
  path,
  cancel,
  postpones,
  back,
  move,
}: Props) {
  const { say } = useSession().translator
  const draft = useDraft(`off:${path}`, { reason: '' })
  const { reason } = draft.value
  const [tried, setTried] = useState(false)
  const [asked, ask] = useState<Off>()
  const asks = { postponed: useRef<HTMLButtonElement>(null), cancelled: useRef<HTMLButtonElement>(null) }
  const act = useAct()
  const count = lengthOf(reason)
  const counts = concerned && { seats: concerned.seats, waiting: concerned.waiting }
  const people = counts ? total([counts.seats, counts.waiting]) : 0
  const told: Shown | 0 = concerned?.told ?? 0
  const untold: Shown | 0 = concerned?.untold ?? 0
  const reach = say('off.reach', { told, untold })
  const isSaid = () => {
    setTried(true)
    if (count > 0 && count <= LIMIT) return true
    focusFirstInvalid()
    return false
  }
  const send = async (off: Off) => {
    const what = off === 'cancelled' ? cancel.done : say('off.postponed')
    const done = { text: say('off.done', { what, count: told, untold }), about: name, at: back }
    if (!(await act.run(() => call('POST', path, { off, reason }), done))) return
    draft.reset()
    location.hash = back
  }
  const close = () => {
    ask(undefined)
    if (asked) asks[asked].current?.focus()
  }
  return (
    <>
      <SectionHead title={title} trail={trail} />
      <form className="card panel form" noValidate onSubmit={event => event.preventDefault()}>
        <Notice tone="neutral">
          {counts && people > 0 ? `${say('plan.off.told', counts)} ${reach}` : say('plan.off.nobody')}
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
          {postpones && (
            <Button ref={asks.postponed} onClick={() => isSaid() && ask('postponed')}>
              {say('off.postpone')}
            </Button>
          )}
          {move !== undefined && <LinkButton href={move}>{say('off.move')}</LinkButton>}
          <LinkButton href={back}>{say('workshop.change.leave')}</LinkButton>
        </div>
        <div className="apart">
          {counts && people > 0 && <p className="quiet">{say('off.loses', counts)}</p>}
          <div className="acts">
            <Button ref={asks.cancelled} className="lose" onClick={() => isSaid() && ask('cancelled')}>
              {cancel.word}
            </Button>
          </div>
        </div>
      </form>
      {asked && (
        <ConfirmDialog
          title={asked === 'cancelled' ? cancel.ask : say('off.ask.postpone', { title: name })}
          keep={say(asked === 'cancelled' ? 'off.keep' : 'off.keep.date')}
          sure={say(asked === 'cancelled' ? 'off.sure' : 'off.sure.postpone', { count: told })}
          final={asked === 'cancelled'}
          act={act}
          close={close}
          run={() => void send(asked)}
        >
          <p>{people > 0 && counts ? say(LOSES[asked], counts) : say('plan.off.nobody')}</p>
          <p>{say('workshop.why', { reason })}</p>
          <p className="quiet">{asked === 'cancelled' ? `${reach} ${say('off.ask.footer')}` : reach}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
