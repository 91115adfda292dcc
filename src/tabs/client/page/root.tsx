import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { languageOf } from '../../../kernel/language.ts'
import { callWith } from '../api/call.ts'
import { type Failure, failureOf } from '../api/failure.ts'
import { type Board, createBoard } from '../board/board.ts'
import type { Host } from '../host/connection.ts'
import { lookOf, THEMES } from '../host/themes.ts'
import { speechIn } from '../words/speech.ts'
import { Page } from './page.tsx'
import { Skeleton } from './skeleton.tsx'
import { Trouble } from './trouble.tsx'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
// The policy lets in no style without this answer's nonce; Fluent writes its own at run time.
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } })

type Link = { readonly host: Host; readonly board: Board }

/** The connection to Teams, once made, with the board that reads through it. */
function useLink(connection: Promise<Host>): { link?: Link; failure?: Failure } {
  const [state, setState] = useState<{ link?: Link; failure?: Failure }>({})
  useEffect(() => {
    connection.then(
      host => setState({ link: { host, board: createBoard(callWith(host.token)) } }),
      thrown => setState({ failure: failureOf(thrown) }),
    )
  }, [connection])
  return state
}

/** Teams' theme, followed while it changes. Until Teams answers, what the system prefers. */
function useTheme(host: Host | undefined): string {
  const [theme, setTheme] = useState(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default')
  useEffect(() => {
    if (!host) return
    setTheme(host.theme)
    host.onTheme(setTheme)
  }, [host])
  return theme
}

export function Root({ connection }: { connection: Promise<Host> }) {
  const { link, failure } = useLink(connection)
  const theme = useTheme(link?.host)
  useEffect(() => {
    document.documentElement.dataset.look = lookOf(theme)
    document.documentElement.dataset.theme = theme
  }, [theme])
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={THEMES[lookOf(theme)]}>
        {link && <Page board={link.board} locale={link.host.locale} />}
        {failure && <Trouble failure={failure} speech={speechIn(languageOf(navigator.language), 'UTC')} />}
        {!link && !failure && <Skeleton language={languageOf(navigator.language)} />}
      </FluentProvider>
    </RendererProvider>
  )
}
