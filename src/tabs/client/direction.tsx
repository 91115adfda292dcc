import words from 'virtual:words/direction'
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
import './look/direction.css'
import './look/direction-parts.css'
import './look/charts.css'
import './look/data-table.css'
import { callWith } from './api/call.ts'
import { DirectionSkeleton } from './direction/bones.tsx'
import { DirectionPage } from './direction/direction-page.tsx'
import { beginDirection } from './direction/reading.ts'
import type { Host } from './host/connection.ts'
import { show } from './page/root.tsx'
import { learn } from './words/speech.ts'

learn(words)

const fixed = new URLSearchParams(location.search).get('direction') ?? ''
const draw = ({ token, locale, wanted }: Host) => {
  const call = callWith(token)
  const page = <DirectionPage call={call} locale={locale} fixed={fixed} wanted={wanted} />
  return { page, read: beginDirection(call, fixed, wanted) }
}
const waiting = <DirectionSkeleton language={languageOf(navigator.language)} />

void show(draw, waiting)
