import type { RefObject } from 'react'
import type { IdeaView } from '../../contract/ideas.ts'
import { actName } from '../words/act-name.ts'
import type { ActState } from './act.tsx'
import { ActButton } from './act-button.tsx'
import { useAhead } from './ahead.ts'
import { useDesk } from './desk.tsx'
import { useHeir } from './heir.ts'

type Props = {
  readonly idea: IdeaView
  readonly until: number
  readonly act: ActState
  /** The idea on the page: takes the focus when the button goes by itself. */
  readonly row: RefObject<HTMLElement | null>
}

/** « Annuler », while an idea of mine can be taken back. */
export function UndoButton({ idea, until, act, row }: Props) {
  const { speech, acts, announce } = useDesk()
  // The server may say no before the page's clock does.
  const place = useHeir<HTMLSpanElement>(row)
  const ahead = useAhead(until, () => {
    announce(speech.say('tab.undo.over'))
    if (place.current?.contains(document.activeElement)) row.current?.focus()
  })
  const press = async () => {
    const list = row.current?.closest('ul')
    if (await act.run(() => acts.undo(idea.id), speech.say('undone'))) list?.focus()
  }
  if (!ahead) return null
  return (
    <span ref={place} className="undo">
      <ActButton
        act={act}
        size="small"
        aria-label={actName(speech, 'undo', idea.text)}
        onPress={() => void press()}
      >
        {speech.say('undo')}
      </ActButton>{' '}
      <span className="quiet">{speech.say('tab.undo.until', { time: speech.time(until) })}</span>
    </span>
  )
}
