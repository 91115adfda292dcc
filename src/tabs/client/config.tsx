import words from 'virtual:words/config'
import './look/tokens.css'
import './look/ground.css'
import './look/page.css'
import './look/touch.css'
import './look/panels.css'
import './look/notices.css'
import './look/direction.css'
import { callWith } from './api/call.ts'
import { ConfigPage } from './config/config-page.tsx'
import { keptTab } from './host/channel-tab.ts'
import type { Host } from './host/connection.ts'
import { show } from './page/root.tsx'
import { learn } from './words/speech.ts'

learn(words)

const draw = ({ token, locale }: Host) => ({
  page: <ConfigPage call={callWith(token)} locale={locale} kept={keptTab()} />,
})

void show(draw, null)
