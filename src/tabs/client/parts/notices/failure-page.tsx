import { Button } from '@fluentui/react-components'
import { type Failure, mayPass, OUTSIDE } from '../../data/api/failure.ts'
import { useSession } from '../page/context.tsx'
import { failureText } from '../words/failure-text.ts'
import type { Translator } from '../words/translator.ts'
import { Notice } from './notice.tsx'

export type Retry = () => Promise<void>

export function RetryButton({ translator, retry }: { translator: Translator; retry: Retry }) {
  return <Button onClick={() => void retry()}>{translator.say('error.retry')}</Button>
}

/** The whole page when there is nothing to show. */
export function FailurePage({
  failure,
  translator,
  retry,
}: {
  failure: Failure
  translator: Translator
  retry?: Retry
}) {
  // A phone without Teams that scanned a code: one sentence says it all.
  if (failure.code === OUTSIDE)
    return (
      <main className="page trouble">
        <h1>{translator.say('error.outside')}</h1>
      </main>
    )
  return (
    <main className="page trouble">
      <h1>{translator.say('error.title')}</h1>
      <Notice tone="warning">{failureText(failure, translator, {})}</Notice>
      {retry && <RetryButton translator={translator} retry={retry} />}
    </main>
  )
}

/** Why what is on screen may be old, since when, and what reads it again. */
export type Stale = {
  readonly failure: Failure
  readonly loadedAt: number | undefined
  readonly retry: Retry
}

/** Above what could still be shown: why it may be old. */
export function StaleNotice({ failure, loadedAt, retry }: Stale) {
  const { translator } = useSession()
  // Asking again does not change a no.
  const action = mayPass(failure) ? <RetryButton translator={translator} retry={retry} /> : null
  return (
    <Notice tone="warning" action={action}>
      {failureText(failure, translator, { loadedAt })}
    </Notice>
  )
}
