import words from 'virtual:words/gallery'
import { languageOf } from '../../kernel/language.ts'
import './look/tokens.css'
import './look/ground.css'
import './look/page.css'
import './look/touch.css'
import './look/panels.css'
import './look/notices.css'
import './look/rows.css'
import './look/rows-narrow.css'
import './look/dialogs.css'
import './look/threads.css'
import './look/gallery.css'
import './look/initiatives.css'
import './look/sheet.css'
import { callWith } from './api/call.ts'
import { beginAt } from './gallery/address.ts'
import { GallerySkeleton } from './gallery/bones.tsx'
import { GalleryPage } from './gallery/gallery-page.tsx'
import { queryIn } from './gallery/query.ts'
import { beginList } from './gallery/reading.ts'
import type { Host } from './host/connection.ts'
import { show } from './page/root.tsx'
import { beginStanding } from './page/standing.ts'
import { learn } from './words/speech.ts'

learn(words)

const draw = ({ token, locale, wanted }: Host) => {
  beginAt(wanted)
  const call = callWith(token)
  const boards = [beginStanding(call), beginList(call, queryIn(location.hash))]
  return {
    page: <GalleryPage call={call} locale={locale} />,
    read: Promise.all(boards.map(board => board.refresh())),
  }
}
const waiting = <GallerySkeleton language={languageOf(navigator.language)} />

void show(draw, waiting)
