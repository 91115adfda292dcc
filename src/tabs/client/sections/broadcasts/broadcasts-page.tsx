import words from 'virtual:words/broadcasts'
import { useFocusFinders } from '@fluentui/react-components'
import '../../look/broadcasts.css'
import '../../look/card-look.css'
import '../../look/cast-counts.css'
import type { SectionProps } from '../../organiser/sections.ts'
import { learn } from '../../words/speech.ts'
import { AnnouncedPage } from './announced-page.tsx'
import { ListPage } from './list-page.tsx'
import { SheetPage } from './sheet-page.tsx'
import { CopyPage, EditPage, WritePage } from './write-page.tsx'

learn(words)

/** « Diffusions »: all of them, one that is written, rehearsed or on its way, and what channels did not take. */
export default function BroadcastsPage({ call, path: [id, step], reading }: SectionProps) {
  // Fluent's focus engine, let go of with a dialog, would leave the page hidden from screen readers: see dialogs.tsx.
  useFocusFinders()
  if (id === undefined || (reading && id === 'new')) return <ListPage call={call} reading={reading} />
  if (id === 'announced') return <AnnouncedPage call={call} reading={reading} />
  if (id === 'new' && step) return <CopyPage key={step} call={call} id={step} />
  if (id === 'new') return <WritePage key="new" call={call} />
  if (step === 'edit' && !reading) return <EditPage key={id} call={call} id={id} />
  return <SheetPage key={id} call={call} id={id} reading={reading} />
}
