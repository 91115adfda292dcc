import { type ReactNode, Suspense, use } from 'react'
import { languageOf } from '../../../../kernel/text/language.ts'
import { SessionContext } from '../page/context.tsx'
import { translatorIn } from '../words/translator.ts'
import { ErrorBoundary } from './error-boundary.tsx'

type Props = {
  /** Shown until its code is loaded. */
  readonly fallback?: ReactNode
  /** Nobody looks for it: nothing is said where it does not come. */
  readonly quiet?: boolean
  readonly children: ReactNode
}

/** A part of a page whose code comes later. Without a network it may not: the page around it stays. */
export function LazyPart({ fallback = null, quiet = false, children }: Props) {
  const session = use(SessionContext)
  const translator = session?.translator ?? translatorIn(languageOf(navigator.language), 'UTC')
  return (
    <ErrorBoundary translator={translator} quiet={quiet}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </ErrorBoundary>
  )
}
