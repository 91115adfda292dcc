import { useEffect, useRef } from 'react'
import { languageOf } from '../../../../kernel/text/language.ts'
import { onReturn } from '../../host/connection.ts'
import { translatorIn } from '../words/translator.ts'

/** All that is left of a page whose person was erased. It asks for nothing; opened again, it begins anew. */
export function ErasedPage() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // Fluent hides the page behind a dialog, and has no time to show it again where both go at once (seen with 9.74).
    for (let each: Element | null = heading.current; each; each = each.parentElement)
      each.removeAttribute('aria-hidden')
    heading.current?.focus()
  }, [])
  useEffect(() => onReturn(() => location.reload()), [])
  const { say } = translatorIn(languageOf(document.documentElement.lang || navigator.language), 'UTC')
  return (
    <main className="page trouble">
      <h1 ref={heading} tabIndex={-1}>
        {say('data.erased')}
      </h1>
      <p>{say('data.erased.sub')}</p>
    </main>
  )
}
