import { type KeyboardEvent, useRef } from 'react'
import './face-tabs.css'
import { useSession } from '../../../parts/page/context.tsx'
import { FACES, type WorkshopFace } from '../workshop/face.ts'

const WORDS = { prepare: 'face.prepare', run: 'face.run', close: 'face.close' } as const

export const tabOf = (face: WorkshopFace) => `face-${face}`
export const FACE = 'face'

/** How far an arrow leads along the list. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

type Props = { readonly face: WorkshopFace; readonly turn: (face: WorkshopFace) => void }

/** The three faces of a workshop's page: one stop for the keyboard, arrows within it. */
export function FaceTabs({ face, turn }: Props) {
  const { say } = useSession().translator
  const list = useRef<HTMLDivElement>(null)
  const goTo = (next: WorkshopFace) => {
    turn(next)
    list.current?.querySelector<HTMLElement>(`#${tabOf(next)}`)?.focus()
  }
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    const at = FACES.indexOf(face)
    const ends = { Home: FACES[0], End: FACES.at(-1) } as Readonly<Record<string, WorkshopFace | undefined>>
    const next = step === undefined ? ends[event.key] : FACES.at((at + step) % FACES.length)
    if (!next) return
    event.preventDefault()
    goTo(next)
  }
  return (
    <div className="faces" role="tablist" aria-label={say('face.list')} ref={list}>
      {FACES.map(each => (
        <button
          key={each}
          type="button"
          role="tab"
          id={tabOf(each)}
          aria-controls={FACE}
          aria-selected={each === face}
          tabIndex={each === face ? 0 : -1}
          onClick={() => turn(each)}
          onKeyDown={move}
        >
          {say(WORDS[each])}
        </button>
      ))}
    </div>
  )
}
