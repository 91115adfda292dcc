import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import type { BallotFormFault } from './form.ts'

/** Number of fields with an error, and errors of no field, beside the pressed button. */
export function Faults({ faults }: { faults: readonly BallotFormFault[] }) {
  const { say } = useSession().translator
  const count = faults.filter(({ field }) => field !== undefined).length
  const rest = faults.flatMap(({ field, text }) => (field === undefined ? [text] : []))
  if (faults.length === 0) return null
  return (
    <Notice tone="warning">
      {[...(count > 0 ? [say('plan.wrong', { count })] : []), ...rest].join(' ')}
    </Notice>
  )
}
