import { type ReactNode, useEffect } from 'react'
import type { Key } from '../../../../i18n/words.ts'
import type { Call } from '../../data/api/call.ts'
import { FailurePage } from '../notices/failure-page.tsx'
import { SessionContext } from '../page/context.tsx'
import { useSessionState } from './session.ts'

type Props = {
  readonly call: Call
  readonly locale: string
  readonly title: Key
  /** Nothing is shown before it is known what Teams keeps. */
  readonly children: ReactNode | undefined
}

/** What Teams shows within its own dialog while a tab is added: its question, under the title of the window. */
export function ConfigPage({ call, locale, title, children }: Props) {
  const { session, translator, failure, retry } = useSessionState(call, locale)
  useEffect(() => {
    document.title = `${translator.say(title)} · ${translator.say('app.name')}`
  }, [translator, title])
  if (session && children) return <SessionContext value={session}>{children}</SessionContext>
  return failure ? <FailurePage failure={failure} translator={translator} retry={retry} /> : null
}
