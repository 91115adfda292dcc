import words from 'virtual:words/organiser'
import { languageOf } from '../../kernel/language.ts'
import './look/tokens.css'
import './look/ground.css'
import './look/page.css'
import './look/touch.css'
import './look/panels.css'
import './look/notices.css'
import './look/organiser.css'
import './look/data-table.css'
import { callWith } from './api/call.ts'
import type { Host } from './host/connection.ts'
import { beginAt } from './organiser/address.ts'
import { OrganiserSkeleton } from './organiser/bones.tsx'
import { OrganiserPage } from './organiser/organiser-page.tsx'
import { show } from './page/root.tsx'
import { beginStanding } from './page/standing.ts'
import { learn } from './words/speech.ts'

learn(words)

const draw = ({ token, locale, wanted }: Host) => {
  beginAt(wanted)
  const call = callWith(token)
  return { page: <OrganiserPage call={call} locale={locale} />, read: beginStanding(call).refresh() }
}
const waiting = <OrganiserSkeleton language={languageOf(navigator.language)} />

void show(draw, waiting)
