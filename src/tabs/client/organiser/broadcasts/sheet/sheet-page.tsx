import type { Call } from '../../../data/api/call.ts'
import { StaleNotice } from '../../../parts/notices/failure-page.tsx'
import { useGround } from '../../../parts/page/context.tsx'
import { Bones } from '../../../parts/start/skeleton.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import { toAll } from '../broadcast/addresses.ts'
import { useSheet } from '../broadcast/use-broadcast.ts'
import { Draft } from './draft.tsx'
import { Run } from './run.tsx'

/** One broadcast: rehearsed while it is a draft, then followed and kept as its own report. */
export function SheetPage({ call, id, reading }: { call: Call; id: string; reading: boolean }) {
  const { speech } = useGround()
  const sheet = useSheet(call, id)
  const { view, failure, loadedAt, refresh } = sheet
  const notice = failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />
  if (!view) {
    return (
      <>
        <SectionHead title={speech.say('section.broadcasts')} trail={[toAll(speech)]} />
        {notice}
        {!failure && <Bones kind="bone-panel" />}
      </>
    )
  }
  const Page = view.state === 'draft' ? Draft : Run
  return <Page view={view} sheet={sheet} notice={notice} acting={!reading} />
}
