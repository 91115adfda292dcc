import { Button } from '@fluentui/react-components'
import { type Failure, mayPass } from '../../data/api/failure.ts'
import { Notice } from '../notices/notice.tsx'
import { useGround } from '../page/context.tsx'
import { failureText } from '../words/failure-text.ts'

type Props = { readonly failure: Failure | undefined; readonly again: () => Promise<void> }

/** In the place of what is being read, or why it could not be. */
export function Waiting({ failure, again }: Props) {
  const { speech } = useGround()
  if (!failure) return <p className="quiet">{speech.say('loading')}</p>
  // Asking again does not change a no.
  const retry = mayPass(failure) && <Button onClick={() => void again()}>{speech.say('error.retry')}</Button>
  return (
    <Notice tone="warning" action={retry}>
      {failureText(failure, speech, {})}
    </Notice>
  )
}
