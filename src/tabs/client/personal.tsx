import './parts/page/tokens.css'
import './parts/page/document.css'
import './parts/page/page.css'
import './parts/page/touch.css'
import './parts/panels/panels.css'
import './parts/notices/notices.css'
import './personal/home/home.css'
import './parts/lists/rows.css'
import './parts/lists/rows-narrow.css'
import './parts/dialogs/dialogs.css'
import './parts/comments/comments.css'
import { languageOf } from '../../kernel/text/language.ts'
import { callWith } from './data/api/api-client.ts'
import { READERS } from './data/sources/sources.ts'
import { createBoard } from './data/store/store.ts'
import type { Host } from './host/connection.ts'
import { show } from './parts/start/root.tsx'
import { Page } from './personal/home/home-page.tsx'
import { beginAt } from './personal/navigation/addresses.ts'
import { Asked, isAsked } from './personal/navigation/linked-page.tsx'
import { Skeleton } from './personal/navigation/skeleton.tsx'

const waiting = <Skeleton language={languageOf(navigator.language)} />
const draw = (host: Host) => {
  const call = callWith(host.token)
  const { locale, wanted } = host
  beginAt(wanted)
  const board = createBoard(call, READERS)
  const page = (
    <Asked host={host} waiting={waiting}>
      <Page board={board} call={call} locale={locale} wanted={wanted} />
    </Asked>
  )
  return isAsked(wanted) ? { page } : { page, read: board.refresh() }
}

void show(draw, waiting)
