import { useFocusFinders } from '@fluentui/react-components'
import './broadcasts.css'
import '../sheet/counts.css'
import { useSession } from '../../../parts/page/context.tsx'
import { ReadOnlyNotice } from '../../parts/read-only-notice.tsx'
import type { SectionProps } from '../../tab/sections.ts'
import { toAll } from '../broadcast/addresses.ts'
import { CopyPage, EditPage, WritePage } from '../form/write-page.tsx'
import { SheetPage } from '../sheet/sheet-page.tsx'
import { ListPage } from './list-page.tsx'
import { AnnouncedPage } from './refused-announcements-page.tsx'

/** « Diffusions »: all of them, one that is written, rehearsed or on its way, and what channels did not take. */
export default function BroadcastsPage({ call, path: [id, step], reading }: SectionProps) {
  // Fluent's focus engine, let go of with a dialog, would leave the page hidden from screen readers: see dialogs.tsx.
  useFocusFinders()
  const { translator } = useSession()
  if (reading && id === 'new')
    return <ReadOnlyNotice title={translator.say('cast.tab.new')} trail={toAll(translator)} />
  if (id === undefined) return <ListPage call={call} reading={reading} />
  if (id === 'announced') return <AnnouncedPage call={call} reading={reading} />
  if (id === 'new' && step) return <CopyPage key={step} call={call} id={step} />
  if (id === 'new') return <WritePage key="new" call={call} />
  if (step === 'edit' && !reading) return <EditPage key={id} call={call} id={id} />
  return <SheetPage key={id} call={call} id={id} reading={reading} />
}
