import { Button } from '@fluentui/react-components'
import { type Failure, mayPass } from '../../data/api/failure.ts'
import { Notice } from '../notices/notice.tsx'
import { useSession } from '../page/context.tsx'
import { failureText } from '../words/failure-text.ts'

type Props = { readonly failure: Failure | undefined; readonly again: () => Promise<void> }

/** In the place of what is being read, or why it could not be. */
export function Pending({ failure, again }: Props) {
  const { translator } = useSession()
  if (!failure) return <p className="quiet">{translator.say('loading')}</p>
  // Asking again does not change a no.
  const retry = mayPass(failure) && (
    <Button onClick={() => void again()}>{translator.say('error.retry')}</Button>
  )
  return (
    <Notice tone="warning" action={retry}>
      {failureText(failure, translator, {})}
    </Notice>
  )
}
