import { lazy, useRef, useState } from 'react'
import type { FiguresView } from '../../../contract/figures.ts'
import type { DirectionView } from '../../../contract/programme/programme.ts'
import type { Call } from '../../data/api/call.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useSession } from '../../parts/page/context.tsx'
import type { SwitcherProps } from '../choice/switcher.tsx'
import { HeadActions } from './head-actions.tsx'

const Switcher = lazy(() => import('../choice/switcher.tsx'))
const HiddenDialog = lazy(() => import('../figures/hidden-figures-dialog.tsx'))

export function useFacts(figures: FiguresView | undefined): string {
  const { say, shortDay, time } = useSession().translator
  if (!figures) return ''
  const people = say('direction.headcount', { count: figures.direction.headcount })
  if (figures.takenAt === undefined) return `${people}\u00A0· ${say('direction.noFigures')}`
  const at = { date: shortDay(figures.takenAt), time: time(figures.takenAt) }
  return `${people}\u00A0· ${say('direction.figuresOf', at)}`
}

type Props = {
  readonly direction: DirectionView | undefined
  readonly figures: FiguresView | undefined
  /** Absent in a channel: its tab shows one Direction, the same to all. */
  readonly choose: SwitcherProps['choose'] | undefined
  readonly call: Call
}

/** « Pourquoi « moins de 5 » ? » */
function Why() {
  const { translator } = useSession()
  const [shown, show] = useState<boolean>()
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    show(false)
    opener.current?.focus()
  }
  return (
    <>
      <button type="button" className="why-link" ref={opener} onClick={() => show(true)}>
        {translator.say('direction.hidden')}
      </button>
      {shown !== undefined && (
        <LazyPart>
          <HiddenDialog shown={shown} close={close} />
        </LazyPart>
      )}
    </>
  )
}

/** The Direction's name, headcount and date of its figures; in the personal app, a choice of others. */
export function DirectionHead({ direction, figures, choose, call }: Props) {
  const { translator } = useSession()
  return (
    <header className="head">
      <div className="head-title">
        <h1>{direction?.name ?? translator.say('direction.title')}</h1>
        <p className="quiet head-facts">
          <span>{useFacts(figures)}</span> {figures && <Why />}
        </p>
      </div>
      {choose && (
        <LazyPart fallback={<div className="switcher" aria-busy="true" />}>
          <Switcher shown={direction} choose={choose} />
        </LazyPart>
      )}
      {direction && <HeadActions direction={direction.id} call={call} />}
    </header>
  )
}
