import { type ReactNode, Suspense, use } from 'react'
import { languageOf } from '../../../../kernel/text/language.ts'
import { GroundContext } from '../page/context.tsx'
import { speechIn } from '../words/translator.ts'
import { Guard } from './error-boundary.tsx'

type Props = {
  /** What stands there until its code has come. */
  readonly fallback?: ReactNode
  /** Nobody looks for it: nothing is said where it does not come. */
  readonly quiet?: boolean
  readonly children: ReactNode
}

/** A part of a page whose code comes later. Without a network it may not: the page around it stays. */
export function Part({ fallback = null, quiet = false, children }: Props) {
  const ground = use(GroundContext)
  const speech = ground?.speech ?? speechIn(languageOf(navigator.language), 'UTC')
  return (
    <Guard speech={speech} quiet={quiet}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </Guard>
  )
}
