import type { Call } from '../../api/call.ts'
import { Bones } from '../../page/bones.tsx'
import { useGround } from '../../page/ground.tsx'
import { SectionHead } from '../../page/section-head.tsx'
import { StaleNotice } from '../../page/trouble.tsx'
import { Draft } from './draft.tsx'
import { toAll } from './links.ts'
import { Run } from './run.tsx'
import { useSheet } from './sheet.ts'

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
