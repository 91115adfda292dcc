import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components'
import { Fragment, type ReactNode, useEffect, useState } from 'react'
import { languageOf } from '../../../kernel/language.ts'
import { type Failure, failureOf } from '../api/failure.ts'
import { type Host, onReturn } from '../host/connection.ts'
import { lookOf, THEMES } from '../host/themes.ts'
import { speechIn } from '../words/speech.ts'
import { Trouble } from './trouble.tsx'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
// The policy lets in no style without this answer's nonce; Fluent writes its own at run time.
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } })

/** `visit`: counts the links that Teams asked the page for. */
type Link = { readonly host: Host; readonly page: ReactNode; readonly visit: number }
/** Draws the tab's page, once, for the host that answered. */
export type Draw = (host: Host) => ReactNode

/** The connection to Teams, once made, with the page that was drawn for it. */
function useLink(connection: Promise<Host>, draw: Draw): { link?: Link; failure?: Failure } {
  const [state, setState] = useState<{ link?: Link; failure?: Failure }>({})
  useEffect(() => {
    connection.then(
      host => setState({ link: { host, page: draw(host), visit: 0 } }),
      thrown => setState({ failure: failureOf(thrown) }),
    )
  }, [connection, draw])
  const { link } = state
  useEffect(() => {
    if (!link) return
    return onReturn(({ theme, wanted }) => {
      // Without a link, or with the one that led here, the page stays where it was left.
      if (wanted === '' || wanted === link.host.wanted) return
      history.replaceState(null, '', location.pathname + location.search)
      const host = { ...link.host, theme, wanted }
      setState({ link: { host, page: draw(host), visit: link.visit + 1 } })
    })
  }, [link, draw])
  return state
}

/** Teams' theme, followed while it changes. Until Teams answers, what the system prefers. */
function useTheme(host: Host | undefined): string {
  const [theme, setTheme] = useState(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default')
  useEffect(() => {
    if (!host) return
    setTheme(host.theme)
    host.onTheme(setTheme)
    return onReturn(({ theme }) => setTheme(theme))
  }, [host])
  return theme
}

type Props = {
  readonly connection: Promise<Host>
  readonly draw: Draw
  /** What stands until Teams answers. */
  readonly waiting: ReactNode
}

/** A tab: Teams' theme, and its page as soon as Teams answers. */
export function Root({ connection, draw, waiting }: Props) {
  const { link, failure } = useLink(connection, draw)
  const theme = useTheme(link?.host)
  useEffect(() => {
    document.documentElement.dataset.look = lookOf(theme)
    document.documentElement.dataset.theme = theme
  }, [theme])
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={THEMES[lookOf(theme)]}>
        {link && <Fragment key={link.visit}>{link.page}</Fragment>}
        {failure && <Trouble failure={failure} speech={speechIn(languageOf(navigator.language), 'UTC')} />}
        {!link && !failure && waiting}
      </FluentProvider>
    </RendererProvider>
  )
}
