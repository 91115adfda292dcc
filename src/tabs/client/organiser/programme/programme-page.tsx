import '../people/people.css'
import './programme.css'
import type { WholeProgrammeView } from '../../../contract/programme/method.ts'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { sectionAddress } from '../parts/address.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { useWhole } from '../parts/use-reading.ts'
import type { SectionProps } from '../tab/sections.ts'
import { ClosedNotice, CloseoutPanel, useCloseout } from './closeout-panel.tsx'
import { FileActs } from './file-acts.tsx'
import { MethodFilePanel } from './method-file-panel.tsx'
import { MethodForms } from './method-forms.tsx'
import { PendingChange } from './pending-change.tsx'
import { ProgrammePanel } from './programme-panel.tsx'

/** « Programme »: the running one, import and export of a method file. */
export default function ProgrammePage({ call, path: [part = ''], reading }: SectionProps) {
  const { say } = useSession().translator
  const whole = useWhole<WholeProgrammeView>(call, '/programme/whole', ['programme'], 'unread.programme')
  const closeout = useCloseout(call)
  const { value, failure, loadedAt, refresh } = whole
  const version = value && say('method.version', { id: value.id, version: value.version })
  const home = { text: say('section.settings'), href: sectionAddress('settings') }
  const replaced = part === 'file' && !reading
  const name = value?.name ?? say('section.programme')
  return (
    <>
      {replaced ? (
        <SectionHead
          title={say('method.file')}
          trail={[home, { text: name, href: sectionAddress('programme') }]}
        />
      ) : (
        <SectionHead
          title={name}
          trail={[home]}
          about={value && `${value.organisation} · ${version}`}
          acts={!reading && <FileActs call={call} />}
        />
      )}
      {closeout.value?.closed && <ClosedNotice closed={closeout.value.closed} />}
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!value && !failure && <SkeletonRows count={5} />}
      {value && value.pending.length > 0 && <PendingChange changes={value.pending} />}
      {replaced && <MethodFilePanel call={call} taken={refresh} waiting={value?.pending.length ?? 0} />}
      {!replaced && value && (
        <>
          <ProgrammePanel whole={value} open={reading} />
          {!reading && <MethodForms call={call} whole={value} changed={refresh} />}
          <CloseoutPanel call={call} reading={reading} closeout={closeout} whole={value} changed={refresh} />
        </>
      )}
    </>
  )
}
