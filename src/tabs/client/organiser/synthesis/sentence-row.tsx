import { useLayoutEffect, useRef } from 'react'
import type { CitedIdeaView, SentenceView } from '../../../contract/ideas/synthesis.ts'
import { useSession } from '../../parts/page/context.tsx'
import { focusOn } from '../../parts/page/focus.ts'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { sectionAddress } from '../parts/address.ts'
import { decisionText, TONES } from './decision-texts.ts'
import { Faults } from './faults.tsx'
import { SentenceActs } from './sentence-acts.tsx'
import { type SynthesisSection, useSynthesis } from './synthesis-context.ts'

/** The ideas that it stands on, each a way to the idea. */
function Cited({ ideas }: { ideas: readonly CitedIdeaView[] }) {
  const { say } = useSession().translator
  return (
    <>
      <p className="quiet">{say('synthesis.page.rests', { count: ideas.length })}</p>
      <ul className="synthesis-cited">
        {ideas.map(({ id, text, gone }) => (
          <li key={id}>
            {gone ? (
              <span className="quiet">{say('synthesis.page.gone')}</span>
            ) : (
              <a href={sectionAddress('ideas', id)}>{text}</a>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Marks({ sentence }: { sentence: SentenceView }) {
  const { translator } = useSession()
  const { say } = translator
  const { decision, byModel, doubtful } = sentence
  return (
    <p className="synthesis-marks">
      <StateBadge tone={TONES[decision]}>{decisionText(sentence, translator)}</StateBadge>
      {byModel && <StateBadge tone="brand">{say('synthesis.page.model.wrote')}</StateBadge>}
      {doubtful && decision === 'undecided' && (
        <StateBadge tone="warning">{say('synthesis.page.doubtful')}</StateBadge>
      )}
    </p>
  )
}

/** The focus after an act stays on what was pressed, wherever that went; where it is gone, its sentence takes it. */
function useKeptFocus(change: string) {
  const row = useRef<HTMLLIElement>(null)
  const pressed = useRef<Element>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn after an act
  useLayoutEffect(() => {
    const { current } = pressed
    pressed.current = null
    if (!current || document.activeElement?.closest('main, [role=dialog]')) return
    if (current instanceof HTMLElement && current.isConnected) current.focus()
    else focusOn(row.current)
  }, [change])
  const begun = () => {
    pressed.current = document.activeElement
  }
  return { row, begun }
}

type Props = {
  readonly section: SynthesisSection
  readonly sentence: SentenceView
  /** Its place among its neighbours, from 0. */
  readonly at: number
  /** The sentence that it would stand before, one place up or down: null where it would be the last; undefined where it cannot. */
  readonly up: string | undefined
  readonly down: string | null | undefined
}

/** One sentence: what was decided of it, its words, the ideas it stands on, what may be done. */
export function SentenceRow({ section, sentence, at, up, down }: Props) {
  const { say } = useSession().translator
  const { reading } = useSynthesis()
  const { filled, ideas, doubtful, decision, contested } = sentence
  const removed = decision === 'removed'
  const { row, begun } = useKeptFocus(`${decision} ${at}`)
  return (
    <li ref={row} className="synthesis-sentence" data-decision={decision}>
      <Marks sentence={sentence} />
      <p className="words">{filled}</p>
      {!removed && (
        <>
          {doubtful && <p className="quiet">{say('synthesis.page.doubtful.why')}</p>}
          <Faults codes={sentence.faults} />
          {contested > 0 && (
            <p className="synthesis-contested">{say('synthesis.page.contested', { count: contested })}</p>
          )}
          <Cited ideas={ideas} />
        </>
      )}
      {!reading && <SentenceActs section={section} sentence={sentence} up={up} down={down} begun={begun} />}
    </li>
  )
}
