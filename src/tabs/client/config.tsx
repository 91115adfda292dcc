import './parts/page/tokens.css'
import './parts/page/document.css'
import './parts/page/page.css'
import './parts/page/touch.css'
import './parts/panels/panels.css'
import './parts/notices/notices.css'
import './direction/page/direction.css'
import { callWith } from './data/api/api-client.ts'
import { ChannelConfigPage } from './direction/choice/channel-config-page.tsx'
import { keptTab } from './host/channel-tab.ts'
import type { Host } from './host/connection.ts'
import { ChatConfigPage } from './meeting/chat-config-page.tsx'
import { show } from './parts/start/root.tsx'

const draw = ({ token, locale, inChat }: Host) => {
  const Page = inChat ? ChatConfigPage : ChannelConfigPage
  return { page: <Page call={callWith(token)} locale={locale} kept={keptTab()} /> }
}

void show(draw, null)
