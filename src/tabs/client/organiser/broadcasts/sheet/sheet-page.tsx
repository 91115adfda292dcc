import type { Call } from '../../../data/api/call.ts'
import { StaleNotice } from '../../../parts/notices/failure-page.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { SkeletonRows } from '../../../parts/start/skeleton.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import { toAll } from '../broadcast/addresses.ts'
import { useBroadcast } from '../broadcast/use-broadcast.ts'
import { BroadcastDraft } from './draft.tsx'
import { BroadcastRun } from './run.tsx'

/** One broadcast: a draft to be rehearsed, or a run with its progress and report. */
export function SheetPage({ call, id, reading }: { call: Call; id: string; reading: boolean }) {
  const { translator } = useSession()
  const sheet = useBroadcast(call, id)
  const { view, failure, loadedAt, refresh } = sheet
  const notice = failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />
  if (!view) {
    return (
      <>
        <SectionHead title={translator.say('section.broadcasts')} trail={[toAll(translator)]} />
        {notice}
        {!failure && <SkeletonRows kind="bone-panel" />}
      </>
    )
  }
  const Page = view.state === 'draft' || view.state === 'planned' ? BroadcastDraft : BroadcastRun
  return <Page view={view} sheet={sheet} notice={notice} acting={!reading} />
}
