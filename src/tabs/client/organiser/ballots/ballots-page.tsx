import './ballots.css'
import { useSession } from '../../parts/page/context.tsx'
import { sectionAddress } from '../parts/address.ts'
import { ReadOnlyNotice } from '../parts/read-only-notice.tsx'
import type { SectionProps } from '../tab/sections.ts'
import { BallotList } from './ballot-list.tsx'
import { BallotPage } from './ballot-page.tsx'
import { FormPage } from './form-page.tsx'
import { TableVotesPage } from './table-votes-page.tsx'

/** « Scrutins »: all of them, one of them, or a new one. */
export default function BallotsPage({ call, path: [id, workshop], reading }: SectionProps) {
  const { say } = useSession().translator
  if (id === 'new' && reading) {
    const trail = { text: say('section.ballots'), href: sectionAddress('ballots') }
    return <ReadOnlyNotice title={say('ballots.new')} trail={trail} />
  }
  if (id === 'new') return <FormPage call={call} />
  if (id === 'tables' && workshop) return <TableVotesPage key={workshop} call={call} workshop={workshop} />
  if (id) return <BallotPage key={id} call={call} id={id} reading={reading} />
  return <BallotList call={call} reading={reading} />
}
