import words from 'virtual:words/ballots'
import '../../look/ballots.css'
import type { SectionProps } from '../../organiser/sections.ts'
import { learn } from '../../words/speech.ts'
import { BallotList } from './ballot-list.tsx'
import { FormPage } from './form-page.tsx'
import { SheetPage } from './sheet-page.tsx'

learn(words)

/** « Scrutins »: all of them, one of them, or a new one. */
export default function BallotsPage({ call, path: [id], reading }: SectionProps) {
  if (id === 'new' && !reading) return <FormPage call={call} />
  if (id) return <SheetPage key={id} call={call} id={id} reading={reading} />
  return <BallotList call={call} reading={reading} />
}
