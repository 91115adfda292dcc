import type { FaultView } from '../../../../contract/workshops/planning.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'

/** How many fields want another look, beside the button that was pressed. */
export function Faults({ faults }: { faults: readonly FaultView[] }) {
  const { say } = useSession().translator
  if (faults.length === 0) return null
  return <Notice tone="warning">{say('plan.wrong', { count: faults.length })}</Notice>
}
