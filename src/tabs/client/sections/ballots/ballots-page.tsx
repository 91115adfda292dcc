import words from 'virtual:words/ballots'
import '../../look/ballots.css'
import { sectionAddress } from '../../organiser/address.ts'
import { OnlyRead } from '../../organiser/only-read.tsx'
import type { SectionProps } from '../../organiser/sections.ts'
import { useGround } from '../../page/ground.tsx'
import { learn } from '../../words/speech.ts'
import { BallotList } from './ballot-list.tsx'
import { FormPage } from './form-page.tsx'
import { SheetPage } from './sheet-page.tsx'

learn(words)

/** « Scrutins »: all of them, one of them, or a new one. */
export default function BallotsPage({ call, path: [id], reading }: SectionProps) {
  const { say } = useGround().speech
  if (id === 'new' && reading) {
    const trail = { text: say('section.ballots'), href: sectionAddress('ballots') }
    return <OnlyRead title={say('ballots.new')} trail={trail} />
  }
  if (id === 'new') return <FormPage call={call} />
  if (id) return <SheetPage key={id} call={call} id={id} reading={reading} />
  return <BallotList call={call} reading={reading} />
}
