import { Button } from '@fluentui/react-components'
import { type Failure, mayPass } from '../../data/api/failure.ts'
import { useGround } from '../page/context.tsx'
import { failureText } from '../words/failure-text.ts'
import type { Speech } from '../words/translator.ts'
import { Notice } from './notice.tsx'

export type Retry = () => Promise<void>

export function RetryButton({ speech, retry }: { speech: Speech; retry: Retry }) {
  return <Button onClick={() => void retry()}>{speech.say('error.retry')}</Button>
}

/** The whole page when there is nothing to show. */
export function Trouble({ failure, speech, retry }: { failure: Failure; speech: Speech; retry?: Retry }) {
  return (
    <main className="page trouble">
      <h1>{speech.say('error.title')}</h1>
      <Notice tone="warning">{failureText(failure, speech, {})}</Notice>
      {retry && <RetryButton speech={speech} retry={retry} />}
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
  const { speech } = useGround()
  // Asking again does not change a no.
  const action = mayPass(failure) ? <RetryButton speech={speech} retry={retry} /> : null
  return (
    <Notice tone="warning" action={action}>
      {failureText(failure, speech, { loadedAt })}
    </Notice>
  )
}
