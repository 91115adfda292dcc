import words from 'virtual:words/organiser'
import { createRoot } from 'react-dom/client'
import { languageOf } from '../../kernel/language.ts'
import './look/tokens.css'
import './look/page.css'
import './look/panels.css'
import './look/notices.css'
import './look/organiser.css'
import './look/data-table.css'
import { callWith } from './api/call.ts'
import type { Host } from './host/connection.ts'
import { connection } from './host/early.ts'
import { beginAt } from './organiser/address.ts'
import { OrganiserSkeleton } from './organiser/bones.tsx'
import { OrganiserPage } from './organiser/organiser-page.tsx'
import { Root } from './page/root.tsx'
import { learn } from './words/speech.ts'

learn(words)

const draw = ({ token, locale, wanted }: Host) => {
  beginAt(wanted)
  return <OrganiserPage call={callWith(token)} locale={locale} />
}
const waiting = <OrganiserSkeleton language={languageOf(navigator.language)} />

const root = document.getElementById('root')
if (root) createRoot(root).render(<Root connection={connection} draw={draw} waiting={waiting} />)
