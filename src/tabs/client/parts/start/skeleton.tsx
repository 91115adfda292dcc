import type { ReactNode } from 'react'
import type { WholeLanguage } from '../../../../kernel/text/language.ts'
import { translatorIn } from '../words/translator.ts'

/** Rows, or what else `kind` names, before they are read. */
export function SkeletonRows({ kind = 'bone-row', count = 3, within = 'bone-list' }) {
  return (
    <div className={within} aria-hidden="true">
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div key={at} className={`bone ${kind}`} />
      ))}
    </div>
  )
}

type Props = { readonly language: WholeLanguage; readonly tab: string; readonly children: ReactNode }

/** The whole page of a tab before Teams answers. */
export function TabSkeleton({ language, tab, children }: Props) {
  return (
    <main className={`page ${tab}`} aria-busy="true">
      <p className="unseen" role="status">
        {translatorIn(language, 'UTC').say('loading')}
      </p>
      <div aria-hidden="true" className="bone bone-title" />
      {children}
    </main>
  )
}
