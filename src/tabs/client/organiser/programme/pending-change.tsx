import type { MethodChangeView } from '../../../contract/programme/method.ts'
import { Notice } from '../../parts/notices/notice.tsx'
import { useGround } from '../../parts/page/context.tsx'
import { ChangeTable } from './change-table.tsx'

/** What was taken in and does not run yet. */
export function Pending({ changes }: { changes: readonly MethodChangeView[] }) {
  const { say } = useGround().speech
  return (
    <section className="card panel method-changes">
      <Notice tone="neutral">{say('method.pending')}</Notice>
      <ChangeTable caption={say('method.pending.title')} changes={changes} />
    </section>
  )
}
