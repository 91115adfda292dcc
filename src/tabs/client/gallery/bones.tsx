import type { Language } from '../../../kernel/language.ts'
import { speechIn } from '../words/speech.ts'

/** The cards' places before they are read. */
export function Bones() {
  return (
    <div className="initiatives" aria-hidden="true">
      {['a', 'b', 'c', 'd', 'e', 'f'].map(card => (
        <div key={card} className="bone bone-initiative" />
      ))}
    </div>
  )
}

/** A sheet's shape before it is read. */
export function SheetBones() {
  return (
    <div className="sheet-bones" aria-hidden="true">
      <div className="bone bone-sheet-head" />
      <div className="sheet-columns">
        <div className="bone bone-sheet" />
        <div className="bone bone-sheet" />
      </div>
    </div>
  )
}

/** The whole page before Teams answers. */
export function GallerySkeleton({ language }: { language: Language }) {
  return (
    <main className="page gallery" aria-busy="true">
      <p className="unseen" role="status">
        {speechIn(language, 'UTC').say('loading')}
      </p>
      <div aria-hidden="true" className="bone bone-title" />
      <Bones />
    </main>
  )
}
