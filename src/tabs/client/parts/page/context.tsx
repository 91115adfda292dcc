import { createContext, use } from 'react'
import type { MeView } from '../../../contract/people/people.ts'
import type { AxisView, ProgrammeView } from '../../../contract/programme/programme.ts'
import type { Call } from '../../data/api/call.ts'
import type { Store } from '../../data/store/store.ts'
import type { Translator } from '../words/translator.ts'
import type { ShowConfirmation } from './confirmation.tsx'

/** Context of the parts of any tab. */
export type Session = {
  readonly translator: Translator
  readonly me: MeView
  readonly programme: ProgrammeView
  /** False for an observer: no button leads to a refusal. */
  readonly acting: boolean
  /** Reads what the page's own stores do not keep. @throws Failure */
  readonly read: Store['read']
  /** Sends what the page's own stores do not. @throws Failure */
  readonly call: Call
  /** Says `text` to a screen reader without moving the focus. */
  readonly announce: (text: string) => void
  /** Shows a confirmation, where the act's own place does not. */
  readonly confirm: ShowConfirmation
}

export const SessionContext = createContext<Session | undefined>(undefined)

export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('no session around this part of the page')
  return session
}

export function axisOf({ axes }: ProgrammeView, id: string | undefined): AxisView | undefined {
  return axes.find(axis => axis.id === id)
}
