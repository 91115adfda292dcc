import './look/tokens.css'
import './look/ground.css'
import './look/page.css'
import './look/touch.css'
import './look/panels.css'
import './look/notices.css'
import './look/home.css'
import './look/rows.css'
import './look/rows-narrow.css'
import './look/dialogs.css'
import './look/threads.css'
import { languageOf } from '../../kernel/language.ts'
import { callWith } from './api/call.ts'
import { createBoard } from './board/board.ts'
import { READERS } from './board/sources.ts'
import type { Host } from './host/connection.ts'
import { Asked, isAsked } from './page/asked.tsx'
import { Page } from './page/page.tsx'
import { beginAt } from './page/place.ts'
import { show } from './page/root.tsx'
import { Skeleton } from './page/skeleton.tsx'

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
