import type { FaultView } from '../../../../contract/workshops/planning.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'

/** Number of fields with an error, beside the pressed button. */
export function Faults({ faults }: { faults: readonly FaultView[] }) {
  const { say } = useSession().translator
  if (faults.length === 0) return null
  return <Notice tone="warning">{say('plan.wrong', { count: faults.length })}</Notice>
}
