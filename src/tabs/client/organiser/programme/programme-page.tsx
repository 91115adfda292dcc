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
import { ExportButton } from './export-button.tsx'
import { MethodFilePanel } from './method-file-panel.tsx'
import { MethodForms } from './method-forms.tsx'
import { PendingChange } from './pending-change.tsx'
import { ProgrammePanel } from './programme-panel.tsx'

function PartLinks({ current }: { current: string }) {
  const { say } = useSession().translator
  const link = (name: string, address: string, text: string) => (
    <li>
      <a href={address} {...(name === current ? { 'aria-current': 'page' as const } : {})}>
        {text}
      </a>
    </li>
  )
  return (
    <nav className="part-links" aria-label={say('section.programme')}>
      <ul>
        {link('', sectionAddress('programme'), say('method.runs'))}
        {link('file', sectionAddress('programme', 'file'), say('method.file'))}
      </ul>
    </nav>
  )
}

/** « Programme »: the running one, import and export of a method file. */
export default function ProgrammePage({ call, path: [part = ''], reading }: SectionProps) {
  const { say } = useSession().translator
  const whole = useWhole<WholeProgrammeView>(call, '/programme/whole', ['programme'], 'unread.programme')
  const closeout = useCloseout(call)
  const { value, failure, loadedAt, refresh } = whole
  const version = value && say('method.version', { id: value.id, version: value.version })
  return (
    <>
      <SectionHead
        title={value?.name ?? say('section.programme')}
        about={value && `${value.organisation} · ${version}`}
        acts={reading ? undefined : <ExportButton call={call} />}
      />
      {!reading && <PartLinks current={part} />}
      {closeout.value?.closed && <ClosedNotice closed={closeout.value.closed} />}
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!value && !failure && <SkeletonRows count={5} />}
      {value && value.pending.length > 0 && <PendingChange changes={value.pending} />}
      {part === 'file' && !reading && <MethodFilePanel call={call} taken={refresh} />}
      {part !== 'file' && value && (
        <>
          <ProgrammePanel whole={value} />
          {!reading && <MethodForms call={call} whole={value} changed={refresh} />}
          <CloseoutPanel call={call} reading={reading} closeout={closeout} whole={value} changed={refresh} />
        </>
      )}
    </>
  )
}
