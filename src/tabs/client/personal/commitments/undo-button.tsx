import type { RefObject } from 'react'
import type { Key } from '../../../../i18n/words.ts'
import type { ActState } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useHeir } from '../../parts/page/focus-heir.ts'
import { actName } from '../../parts/words/button-name.ts'
import { useDesk } from '../navigation/context.tsx'
import { useAhead } from './deadline.ts'

type TimedProps = {
  /** What the act is about. */
  readonly text: string
  /** Milliseconds. */
  readonly until: number
  readonly act: ActState
  /** The thing on the page: takes the focus when the button goes by itself. */
  readonly row: RefObject<HTMLElement | null>
  /** Said when the time is over. */
  readonly over: Key
  readonly undo: () => Promise<void>
}

/** « Annuler », until a moment that is written beside it. */
export function TimedUndo({ text, until, act, row, over, undo }: TimedProps) {
  const { speech, announce } = useDesk()
  // The server may say no before the page's clock does.
  const place = useHeir<HTMLSpanElement>(row)
  const ahead = useAhead(until, () => {
    announce(speech.say(over))
    if (place.current?.contains(document.activeElement)) row.current?.focus()
  })
  if (!ahead) return null
  return (
    <span ref={place} className="undo">
      <ActButton
        act={act}
        size="small"
        aria-label={actName(speech, 'undo', text)}
        onPress={() => void undo()}
      >
        {speech.say('undo')}
      </ActButton>{' '}
      <span className="quiet">{speech.say('tab.undo.until', { time: speech.time(until) })}</span>
    </span>
  )
}
