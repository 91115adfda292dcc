import type { Language } from '../../../kernel/language.ts'
import { speechIn } from '../words/speech.ts'

/** The workshops' places before they are read. */
export function Bones() {
  return (
    <div className="workshop-choice" aria-hidden="true">
      {['a', 'b', 'c'].map(row => (
        <div key={row} className="bone bone-row" />
      ))}
    </div>
  )
}

/** The whole page before Teams answers. */
export function OrganiserSkeleton({ language }: { language: Language }) {
  return (
    <main className="page organiser" aria-busy="true">
      <p className="unseen" role="status">
        {speechIn(language, 'UTC').say('loading')}
      </p>
      <div aria-hidden="true" className="bone bone-title" />
      <Bones />
    </main>
  )
}
