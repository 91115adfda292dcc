import { lazy } from 'react'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { sectionAddress } from '../parts/address.ts'
import { ReadOnlyNotice } from '../parts/read-only-notice.tsx'
import { SectionHead } from '../parts/section-head.tsx'
import { WayList } from '../parts/way-list.tsx'
import type { SectionProps } from '../tab/sections.ts'

const Channels = lazy(() => import('./channels-page.tsx'))

/** What is set once, or looked up now and then; each with what it holds. */
const PLACES = [
  { title: 'section.programme', about: 'settings.programme', href: sectionAddress('programme'), all: true },
  {
    title: 'channel.list',
    about: 'settings.channels',
    href: sectionAddress('settings', 'channels'),
    all: false,
  },
  { title: 'section.journal', about: 'settings.journal', href: sectionAddress('journal'), all: true },
] as const

/** « Réglages »: the ways to what is no weekly work. Observers are led to what they may read. */
export default function SettingsPage({ call, path: [page], reading }: SectionProps) {
  const { say } = useSession().translator
  if (page === 'channels' && reading)
    return (
      <ReadOnlyNotice
        title={say('channel.list')}
        trail={{ text: say('section.settings'), href: sectionAddress('settings') }}
      />
    )
  if (page === 'channels')
    return (
      <LazyPart>
        <Channels call={call} />
      </LazyPart>
    )
  return (
    <>
      <SectionHead title={say('section.settings')} />
      <WayList
        label={say('section.settings')}
        ways={PLACES.filter(({ all }) => all || !reading).map(({ title, about, href }) => ({
          title: say(title),
          about: say(about),
          href,
        }))}
      />
    </>
  )
}
