import { Button } from '@fluentui/react-components'
import type { Failure } from '../api/failure.ts'
import { failureText } from '../words/failure-text.ts'
import type { Speech } from '../words/speech.ts'
import { useDesk } from './desk.tsx'
import { Notice } from './notice.tsx'

type Retry = () => Promise<void>

function RetryButton({ speech, retry }: { speech: Speech; retry: Retry }) {
  return <Button onClick={() => void retry()}>{speech.say('error.retry')}</Button>
}

/** The whole page when there is nothing to show. */
export function Trouble({ failure, speech, retry }: { failure: Failure; speech: Speech; retry?: Retry }) {
  return (
    <main className="page trouble">
      <h1>{speech.say('error.title')}</h1>
      <Notice tone="warning">{failureText(failure, speech)}</Notice>
      {retry && <RetryButton speech={speech} retry={retry} />}
    </main>
  )
}

/** Above what could still be shown: why it may be old. */
export function StaleNotice(props: { failure: Failure; loadedAt: number | undefined; retry: Retry }) {
  const { speech } = useDesk()
  const action = <RetryButton speech={speech} retry={props.retry} />
  return (
    <Notice tone="warning" action={action}>
      {failureText(props.failure, speech, props.loadedAt)}
    </Notice>
  )
}
