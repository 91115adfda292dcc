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
import './direction/page/direction.css'
import './direction/page/direction-parts.css'
import './parts/charts/charts.css'
import './parts/lists/data-table.css'
import { callWith } from './data/api/api-client.ts'
import { switcher } from './direction/page/direction-head.tsx'
import { DirectionPage } from './direction/page/direction-page.tsx'
import { DirectionSkeleton } from './direction/page/skeleton.tsx'
import { beginDirection } from './direction/reading/reading.ts'
import { cachedPageShown } from './host/cached-page.ts'
import type { Host } from './host/connection.ts'
import { show } from './parts/start/root.tsx'

const fixed = new URLSearchParams(location.search).get('direction') ?? ''
const draw = ({ token, locale, wanted }: Host) => {
  const call = callWith(token)
  const page = <DirectionPage call={call} locale={locale} fixed={fixed} wanted={wanted} />
  const read = beginDirection(call, fixed, wanted)
  // A cached page stands until this one is whole; without, it need not wait for what is drawn in its place.
  const choice = fixed ? undefined : switcher.begin()
  return { page, read: cachedPageShown() ? Promise.all([read, choice]) : read }
}
const waiting = <DirectionSkeleton language={languageOf(navigator.language)} />

void show(draw, waiting)
