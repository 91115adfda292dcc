import words from 'virtual:words/direction'
import { createRoot } from 'react-dom/client'
import { languageOf } from '../../kernel/language.ts'
import './look/tokens.css'
import './look/page.css'
import './look/panels.css'
import './look/notices.css'
import './look/rows.css'
import './look/rows-narrow.css'
import './look/dialogs.css'
import './look/direction.css'
import './look/direction-parts.css'
import './look/charts.css'
import './look/data-table.css'
import { callWith } from './api/call.ts'
import { DirectionSkeleton } from './direction/bones.tsx'
import { DirectionPage } from './direction/direction-page.tsx'
import type { Host } from './host/connection.ts'
import { connection } from './host/early.ts'
import { Root } from './page/root.tsx'
import { learn } from './words/speech.ts'

learn(words)

const fixed = new URLSearchParams(location.search).get('direction') ?? ''
const draw = ({ token, locale, wanted }: Host) => (
  <DirectionPage call={callWith(token)} locale={locale} fixed={fixed} wanted={wanted} />
)
const waiting = <DirectionSkeleton language={languageOf(navigator.language)} />

const root = document.getElementById('root')
if (root) createRoot(root).render(<Root connection={connection} draw={draw} waiting={waiting} />)
