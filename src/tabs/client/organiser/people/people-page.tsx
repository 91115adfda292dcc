import './people.css'
import './roles.css'
import { useSession } from '../../parts/page/context.tsx'
import { sectionAddress } from '../parts/address.ts'
import { LinkButton } from '../parts/link-button.tsx'
import { SectionHead } from '../parts/section-head.tsx'
import type { SectionProps } from '../tab/sections.ts'
import { Counts } from './counts.tsx'
import { FilePanel } from './file-panel.tsx'
import { PilotPage } from './pilot-page.tsx'
import { PilotsPanel } from './pilots-panel.tsx'
import { ReachPanel } from './reach-panel.tsx'
import { RolesPanel } from './roles-panel.tsx'

const PARTS = [
  { name: 'reach', key: 'staff.reach' },
  { name: 'roles', key: 'staff.roles' },
  { name: 'pilots', key: 'staff.pilots' },
  { name: 'file', key: 'staff.file' },
] as const

function PartLinks({ current }: { current: string }) {
  const { say } = useSession().translator
  return (
    <nav className="part-links" aria-label={say('section.people')}>
      <ul>
        {PARTS.map(({ name, key }) => (
          <li key={name}>
            <a
              href={name === 'reach' ? sectionAddress('people') : sectionAddress('people', name)}
              {...(name === current ? { 'aria-current': 'page' as const } : {})}
            >
              {say(key)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** « Personnes »: whom the bot can write to, who has which role, and the file of who is expected. */
export default function PeoplePage({ call, path: [part = 'reach', detail], reading }: SectionProps) {
  const { say } = useSession().translator
  if (part === 'pilots' && detail && !reading) return <PilotPage call={call} direction={detail} />
  return (
    <>
      <SectionHead
        title={say('section.people')}
        acts={
          !reading && (
            <LinkButton href={sectionAddress('settings', 'channels')}>{say('channel.list')}</LinkButton>
          )
        }
      />
      {reading ? (
        <Counts call={call} />
      ) : (
        <>
          <PartLinks current={part} />
          {part === 'roles' && <RolesPanel call={call} wanted={detail} />}
          {part === 'pilots' && <PilotsPanel call={call} />}
          {part === 'file' && <FilePanel call={call} />}
          {part === 'reach' && <ReachPanel call={call} />}
        </>
      )}
    </>
  )
}
