import words from 'virtual:words/gallery'
import { createRoot } from 'react-dom/client'
import { languageOf } from '../../kernel/language.ts'
import './look/tokens.css'
import './look/page.css'
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
import type { Host } from './host/connection.ts'
import { connection } from './host/early.ts'
import { Root } from './page/root.tsx'
import { learn } from './words/speech.ts'

learn(words)

const draw = ({ token, locale, wanted }: Host) => {
  beginAt(wanted)
  return <GalleryPage call={callWith(token)} locale={locale} />
}
const waiting = <GallerySkeleton language={languageOf(navigator.language)} />

const root = document.getElementById('root')
if (root) createRoot(root).render(<Root connection={connection} draw={draw} waiting={waiting} />)
