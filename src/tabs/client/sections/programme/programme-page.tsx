import words from 'virtual:words/programme'
import '../../look/people.css'
import '../../look/programme.css'
import type { WholeProgrammeView } from '../../../contract/method.ts'
import { sectionAddress } from '../../organiser/address.ts'
import type { SectionProps } from '../../organiser/sections.ts'
import { Bones } from '../../page/bones.tsx'
import { useGround } from '../../page/ground.tsx'
import { SectionHead } from '../../page/section-head.tsx'
import { StaleNotice } from '../../page/trouble.tsx'
import { learn } from '../../words/speech.ts'
import { useWhole } from '../people/use-whole.ts'
import { ExportButton } from './export-button.tsx'
import { MethodPart } from './method-part.tsx'
import { Pending } from './pending.tsx'
import { WholePart } from './whole-part.tsx'

learn(words)

function PartLinks({ current }: { current: string }) {
  const { say } = useGround().speech
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

/** « Programme »: what runs, another file held against it, taken in or out. */
export default function ProgrammePage({ call, path: [part = ''], reading }: SectionProps) {
  const { say } = useGround().speech
  const whole = useWhole<WholeProgrammeView>(call, '/programme/whole', ['programme'], 'unread.programme')
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
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!value && !failure && <Bones count={5} />}
      {value && value.pending.length > 0 && <Pending changes={value.pending} />}
      {part === 'file' && !reading && <MethodPart call={call} taken={refresh} />}
      {part !== 'file' && value && <WholePart whole={value} />}
    </>
  )
}
