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
import { createStore } from './data/store/store.ts'
import type { Host } from './host/connection.ts'
import { show } from './parts/start/root.tsx'
import { HomePage } from './personal/home/home-page.tsx'
import { beginAt } from './personal/navigation/addresses.ts'
import { isLinkedPage, LinkedPage } from './personal/navigation/linked-page.tsx'
import { Skeleton } from './personal/navigation/skeleton.tsx'

const waiting = <Skeleton language={languageOf(navigator.language)} />
const draw = (host: Host) => {
  const call = callWith(host.token)
  const { locale, wanted } = host
  beginAt(wanted)
  const store = createStore(call, READERS)
  const page = (
    <LinkedPage host={host} waiting={waiting}>
      <HomePage store={store} call={call} locale={locale} wanted={wanted} />
    </LinkedPage>
  )
  return isLinkedPage(wanted) ? { page } : { page, read: store.refresh() }
}

void show(draw, waiting)
