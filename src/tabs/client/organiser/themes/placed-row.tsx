import type { RefObject } from 'react'
import type { PlacedIdeaView } from '../../../contract/ideas/themes.ts'
import { pathTo } from '../../data/store/lists.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { MenuActs } from '../../parts/actions/menu-acts.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { useFocusHeir } from '../../parts/page/focus-heir.ts'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { firstWords } from '../../parts/words/excerpt.ts'
import { sectionAddress } from '../parts/address.ts'
import { useBoard } from './board-context.ts'
import { CloseIdeas, type CloseIdeasOf } from './close-ideas.tsx'
import { type ListPlace, type MoveChoice, moveChoices, wayBack } from './move-choices.ts'

type Props = {
  readonly idea: PlacedIdeaView
  readonly place: ListPlace
  /** What takes the focus once the idea is elsewhere. */
  readonly heir: RefObject<HTMLElement | null>
  readonly moved?: () => void
  /** Others that say nearly the same. */
  readonly close?: CloseIdeasOf | undefined
}

/** One idea: its words, why it stands there, and « Déplacer ». */
export function PlacedRow({ idea, place, heir, moved, close }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const { axis, themes, send: sendBoard, reading } = useBoard()
  const row = useFocusHeir<HTMLLIElement>(heir)
  const act = useAct()
  const { id, text, reason, byHand, stance } = idea
  const send = async (body: MoveChoice['move']) => {
    await sendBoard('PUT', pathTo('/ideas', id, 'theme'), body)
    moved?.()
  }
  const press = async ({ move, done }: MoveChoice) => {
    const back = wayBack(axis, idea, place)
    await act.run(() => send(move), { text: done, about: firstWords(text), undo: () => send(back) })
  }
  const facts = [
    stance ? say(stance === 'for' ? 'theme.for' : 'theme.against') : '',
    reason.length > 0 ? say('theme.reason', { words: reason.join(', ') }) : '',
    byHand ? say('theme.byHand') : '',
  ].filter(fact => fact !== '')
  return (
    <li ref={row} className="theme-row" tabIndex={-1}>
      <div className="theme-text">
        <a className="words" href={sectionAddress('ideas', id)}>
          {text}
        </a>
        {facts.length > 0 && <FactLine of={facts} />}
        {close && <CloseIdeas ideas={close} />}
        <ActFailure act={act} />
      </div>
      {!reading && (
        <MenuActs
          name={text}
          word="theme.move"
          acts={moveChoices(translator, { axis, themes }, idea, place).map(choice => ({
            word: choice.word,
            press: () => void press(choice),
          }))}
        />
      )}
    </li>
  )
}
