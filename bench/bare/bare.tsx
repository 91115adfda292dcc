import {
  Button,
  createDOMRenderer,
  FluentProvider,
  RendererProvider,
  teamsLightTheme,
} from '@fluentui/react-components'
import { app } from '@microsoft/teams-js'
import { createRoot } from 'react-dom/client'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } })

/** The least that a tab of Fluent can be: Teams answers, and a button stands. */
async function show(root: HTMLElement): Promise<void> {
  await app.initialize()
  await app.getContext()
  app.notifyAppLoaded()
  void app.notifySuccess()
  createRoot(root).render(
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={teamsLightTheme}>
        <Button className="bare">Bonjour</Button>
      </FluentProvider>
    </RendererProvider>,
  )
}

const root = document.getElementById('root')
if (root) void show(root)
