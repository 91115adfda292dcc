import { lazy } from 'react'
import type { DirectionView } from '../../../contract/programme/programme.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useSession } from '../../parts/page/context.tsx'
import type { SwitcherProps } from '../choice/switcher.tsx'

const Switcher = lazy(() => import('../choice/switcher.tsx'))

type Props = {
  readonly direction: DirectionView | undefined
  /** Absent in a channel: its tab shows one Direction, the same to all. */
  readonly choose: SwitcherProps['choose'] | undefined
}

/** The Direction's name; in the personal app, a choice of others. */
export function DirectionHead({ direction, choose }: Props) {
  const { say } = useSession().translator
  return (
    <header className="head">
      <div className="head-title">
        <h1>{direction?.name ?? say('direction.title')}</h1>
      </div>
      {choose && (
        <LazyPart fallback={<div className="switcher" aria-busy="true" />}>
          <Switcher shown={direction} choose={choose} />
        </LazyPart>
      )}
    </header>
  )
}
