import { languageOf } from '../../kernel/text/language.ts'
import './parts/page/tokens.css'
import './parts/page/document.css'
import './parts/page/page.css'
import './parts/page/touch.css'
import './parts/panels/panels.css'
import './parts/notices/notices.css'
import './parts/lists/rows.css'
import './parts/lists/rows-narrow.css'
import './parts/dialogs/dialogs.css'
import './parts/comments/comments.css'
import './gallery/list/gallery.css'
import './gallery/initiative/initiatives.css'
import './gallery/sheet/sheet.css'
import { callWith } from './data/api/api-client.ts'
import { queryIn } from './data/sources/gallery-query.ts'
import { beginAt } from './gallery/initiative/address.ts'
import { beginFollowed, beginList } from './gallery/initiative/reading.ts'
import { GallerySkeleton } from './gallery/initiative/skeleton.tsx'
import { GalleryPage } from './gallery/list/gallery-page.tsx'
import type { Host } from './host/connection.ts'
import { show } from './parts/start/root.tsx'
import { preloadSession } from './parts/start/session.ts'

const draw = ({ token, locale, wanted }: Host) => {
  beginAt(wanted)
  const call = callWith(token)
  beginFollowed(call)
  const stores = [preloadSession(call), beginList(call, queryIn(location.hash))]
  return {
    page: <GalleryPage call={call} locale={locale} />,
    read: Promise.all(stores.map(store => store.refresh())),
  }
}
const waiting = <GallerySkeleton language={languageOf(navigator.language)} />

void show(draw, waiting)
