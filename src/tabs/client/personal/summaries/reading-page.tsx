import '../../parts/charts/charts.css'
import '../pages/pages.css'
import { Button } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { callWith } from '../../data/api/api-client.ts'
import { type Failure, failureOf } from '../../data/api/failure.ts'
import { hasMoved } from '../../host/address-changes.ts'
import { tellReady } from '../../host/connection.ts'
import { FailurePage } from '../../parts/notices/failure-page.tsx'
import { Announcer } from '../../parts/page/announcer.tsx'
import { SessionContext, useSession } from '../../parts/page/context.tsx'
import { useSessionState } from '../../parts/start/session.ts'
import type { LinkedPageProps } from '../navigation/linked-page.tsx'
import { Skeleton } from '../navigation/skeleton.tsx'

type HeadProps = { readonly title: string; readonly kind: string; readonly leave: () => void }

/** Takes the focus when the page opens. */
export function ReadingHead({ title, kind, leave }: HeadProps) {
  const { say } = useSession().translator
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!hasMoved()) return
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    document.title = `${kind} · ${title} · ${say('app.name')}`
  }, [title, kind, say])
  return (
    <header className="place-head">
      <div>
        <Button size="small" appearance="subtle" icon={<ArrowLeft20Regular />} onClick={leave}>
          {say('tab.title')}
        </Button>
      </div>
      <p className="quiet place-about">{kind}</p>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
    </header>
  )
}

type Props<T> = Omit<LinkedPageProps, 'thing' | 'leave'> & {
  readonly path: string
  readonly children: (view: T) => ReactNode
}

/** One thing that is read on a page of its own. */
export function ReadingPage<T>({ host, path, children }: Props<T>) {
  const [call] = useState(() => callWith(host.token))
  const { session, said, translator, ...state } = useSessionState(call, host.locale)
  const [view, setView] = useState<T>()
  const [failure, setFailure] = useState<Failure>()
  const read = useCallback(async () => {
    setFailure(undefined)
    await call<T>('GET', path).then(setView, thrown => setFailure(failureOf(thrown)))
  }, [call, path])
  useEffect(() => void read(), [read])
  const trouble = failure ?? state.failure
  useEffect(() => {
    if ((session && view) || trouble) tellReady()
  }, [session, view, trouble])
  if (trouble) {
    const retry = () => Promise.all([read(), state.retry()]).then(() => {})
    return (
      <FailurePage failure={trouble} translator={translator} {...(trouble.kind !== 'refusal' && { retry })} />
    )
  }
  if (!session || view === undefined) return <Skeleton language={translator.language} />
  return (
    <SessionContext value={session}>
      <main className="page summary-page">{children(view)}</main>
      <Announcer said={said} />
    </SessionContext>
  )
}
