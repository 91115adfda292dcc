import { FluentProvider, RendererProvider } from '@fluentui/react-components'
import { Fragment, type ReactNode, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { languageOf } from '../../../../kernel/text/language.ts'
import { dropEarlyAnswers } from '../../data/api/early-answers.ts'
import { type Failure, failureOf } from '../../data/api/failure.ts'
import { isErased, onErased } from '../../data/api/page-owner.ts'
import { cachedPageShown } from '../../host/cached-page.ts'
import { type Host, onReturn } from '../../host/connection.ts'
import { connection } from '../../host/preload.ts'
import { renderer } from '../../host/style-renderer.ts'
import { previewBlocks, THEMES } from '../../host/themes.ts'
import { FailurePage } from '../notices/failure-page.tsx'
import { translatorIn } from '../words/translator.ts'
import { ErasedPage } from './erased-page.tsx'

/** `visit`: counts the links that Teams asked the page for. */
type Link = { readonly host: Host; readonly page: ReactNode; readonly visit: number }
type State = { readonly link?: Link; readonly failure?: Failure }
/** `read`: settles once the page has what it begins with, or knows that it cannot. */
type Drawn = { readonly page: ReactNode; readonly read?: Promise<unknown> }
/** Draws the tab's page, once, for the host that answered. */
type Draw = (host: Host) => Drawn

/** A shape is drawn for those who wait longer than it takes to draw one (ms). */
const BLINK = 100
/** The same where what the tab showed last stands meanwhile (ms). */
const CACHED_BLINK = 600

async function begin(draw: Draw): Promise<State> {
  try {
    const host = await connection
    const { page, read } = draw(host)
    if (read) await read.then(dropEarlyAnswers)
    return { link: { host, page, visit: 0 } }
  } catch (thrown) {
    return { failure: failureOf(thrown) }
  }
}

/** The connection to Teams, once made, with the page that was drawn for it. */
function useLink(first: State, begun: Promise<State>, draw: Draw): State {
  const [state, setState] = useState(first)
  useEffect(() => {
    if (!first.link && !first.failure) void begun.then(setState)
  }, [first, begun])
  const { link } = state
  useEffect(() => {
    if (!link) return
    return onReturn(({ theme, wanted }) => {
      // Without a link, or with the one that led here, the page stays where it was left.
      if (wanted === '' || wanted === link.host.wanted) return
      history.replaceState(null, '', location.pathname + location.search)
      const host = { ...link.host, theme, wanted }
      setState({ link: { host, page: draw(host).page, visit: link.visit + 1 } })
    })
  }, [link, draw])
  return state
}

/** Known long before the page has what it begins with: nothing is drawn in another theme meanwhile. */
let named: string | undefined
connection.then(
  ({ theme }) => {
    named = theme
  },
  () => {},
)

/** Teams' theme, followed while it changes. Until Teams answers, what the system prefers. */
function useTheme(): string {
  const [theme, setTheme] = useState(
    () => named ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default'),
  )
  useEffect(() => {
    connection.then(
      host => {
        setTheme(host.theme)
        host.onTheme(setTheme)
      },
      () => {},
    )
    return onReturn(({ theme }) => setTheme(theme))
  }, [])
  return theme
}

type Props = {
  readonly first: State
  readonly begun: Promise<State>
  readonly draw: Draw
  /** Shown until Teams answers. */
  readonly waiting: ReactNode
}

/** A tab: Teams' theme, and its page as soon as Teams answers. */
function Root({ first, begun, draw, waiting }: Props) {
  const { link, failure } = useLink(first, begun, draw)
  const theme = useTheme()
  const erased = useSyncExternalStore(onErased, isErased)
  const stands = link !== undefined || failure !== undefined
  useLayoutEffect(() => {
    if (stands) cachedPageShown()?.giveWay()
  }, [stands])
  useEffect(() => {
    document.documentElement.dataset.look = previewBlocks(theme)
    document.documentElement.dataset.theme = theme
  }, [theme])
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={THEMES[previewBlocks(theme)]}>
        {erased && <ErasedPage />}
        {!erased && link && <Fragment key={link.visit}>{link.page}</Fragment>}
        {failure && (
          <FailurePage failure={failure} translator={translatorIn(languageOf(navigator.language), 'UTC')} />
        )}
        {!stands && waiting}
      </FluentProvider>
    </RendererProvider>
  )
}

/** Shows a tab. Where Teams and the server have answered by then, its page is what is drawn first. */
export async function show(draw: Draw, waiting: ReactNode): Promise<void> {
  const begun = begin(draw)
  const late = new Promise<State>(resolve =>
    setTimeout(resolve, cachedPageShown() ? CACHED_BLINK : BLINK, {}),
  )
  const first = await Promise.race([begun, late])
  const root = document.getElementById('root')
  if (root) createRoot(root).render(<Root first={first} begun={begun} draw={draw} waiting={waiting} />)
}
