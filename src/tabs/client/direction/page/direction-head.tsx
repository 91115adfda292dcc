import type { DirectionView } from '../../../contract/programme/programme.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { AheadPart, ahead } from '../../parts/page/ahead.tsx'
import { useSession } from '../../parts/page/context.tsx'
import type { SwitcherProps } from '../choice/switcher.tsx'

/** The choice of others: its code is asked for when the personal app's page begins. */
export const switcher = ahead<SwitcherProps>(() => import('../choice/switcher.tsx'))

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
          <AheadPart of={switcher} props={{ shown: direction, choose }} />
        </LazyPart>
      )}
    </header>
  )
}
