import { useSession } from '../../parts/page/context.tsx'
import { sectionAddress } from '../parts/address.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { WayList } from '../parts/way-list.tsx'

/** What may be begun, each with its form. */
const CHOICES = [
  { key: 'today.new.workshop', about: 'today.new.workshop.about', href: sectionAddress('workshops', 'new') },
  {
    key: 'today.new.series',
    about: 'today.new.series.about',
    href: sectionAddress('workshops', 'new-series'),
  },
  { key: 'today.new.ballot', about: 'today.new.ballot.about', href: sectionAddress('ballots', 'new') },
  { key: 'today.new.box', about: 'today.new.box.about', href: sectionAddress('ideas', 'box') },
  {
    key: 'today.new.broadcast',
    about: 'today.new.broadcast.about',
    href: sectionAddress('broadcasts', 'new'),
  },
] as const

/** « Nouveau »: one press more leads to the form. */
export default function NewPage() {
  const { say } = useSession().translator
  return (
    <>
      <SectionHead
        title={say('today.new')}
        trail={[{ text: say('section.today'), href: sectionAddress('today') }]}
      />
      <WayList
        label={say('today.new')}
        ways={CHOICES.map(({ key, about, href }) => ({ title: say(key), about: say(about), href }))}
      />
    </>
  )
}
