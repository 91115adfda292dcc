import { languageOf } from '../../kernel/text/language.ts'
import './parts/page/tokens.css'
import './parts/page/document.css'
import './parts/page/page.css'
import './parts/page/touch.css'
import './parts/panels/panels.css'
import './parts/notices/notices.css'
import './organiser/tab/organiser.css'
import './organiser/tab/section-tabs.css'
import './parts/lists/data-table.css'
import { callWith } from './data/api/api-client.ts'
import type { Host } from './host/connection.ts'
import { addressIn, beginAt } from './organiser/parts/address.ts'
import { OrganiserPage } from './organiser/tab/organiser-page.tsx'
import { beginSection } from './organiser/tab/sections.ts'
import { OrganiserSkeleton } from './organiser/tab/skeleton.tsx'
import { show } from './parts/start/root.tsx'
import { preloadSession } from './parts/start/session.ts'

const draw = ({ token, locale, wanted }: Host) => {
  beginAt(wanted)
  const call = callWith(token)
  const session = preloadSession(call)
  const known = session.refresh()
  const { name = 'today' } = addressIn(location.hash)
  const code = beginSection(
    name,
    call,
    known.then(() => session.snapshot().values.me?.role),
  )
  return { page: <OrganiserPage call={call} locale={locale} />, read: Promise.all([known, code]) }
}
const waiting = <OrganiserSkeleton language={languageOf(navigator.language)} />

void show(draw, waiting)
