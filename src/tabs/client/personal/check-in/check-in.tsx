import { lazy } from 'react'
import { HOUR, systemClock } from '../../../../kernel/time/clock.ts'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { isOff } from '../../parts/workshops/status.ts'
import { usePersonalTab } from '../navigation/context.tsx'

const CheckInButton = lazy(() => import('./check-in-button.tsx'))

type Props = {
  readonly workshop: WorkshopView
  /** Id of what takes the focus once they are in. */
  readonly place: string
}

/** « Je suis là », from an hour before the start to the end, as the server checks. */
export function CheckIn({ workshop, place }: Props) {
  const { acting } = usePersonalTab()
  const { came, startsAt, endsAt } = workshop
  const now = systemClock.now()
  if (!acting || came || now < startsAt - HOUR || now >= endsAt || isOff(workshop)) return null
  return (
    <LazyPart quiet>
      <CheckInButton workshop={workshop} place={place} />
    </LazyPart>
  )
}
