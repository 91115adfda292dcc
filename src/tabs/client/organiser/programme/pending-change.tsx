import type { MethodChangeView } from '../../../contract/programme/method.ts'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { ChangeTable } from './change-table.tsx'

/** Imported changes that take effect after a restart. */
export function PendingChange({ changes }: { changes: readonly MethodChangeView[] }) {
  const { say } = useSession().translator
  return (
    <section className="card panel method-changes">
      <Notice tone="neutral">{say('method.pending')}</Notice>
      <ChangeTable caption={say('method.pending.title')} changes={changes} />
    </section>
  )
}
