import type { RefObject } from 'react'
import type { Key } from '../../../../i18n/words.ts'
import type { ActState } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useAhead } from '../../parts/actions/use-ahead.ts'
import { useFocusHeir } from '../../parts/page/focus-heir.ts'
import { actName } from '../../parts/words/button-name.ts'
import { usePersonalTab } from '../navigation/context.tsx'

type TimedProps = {
  /** What the act is about. */
  readonly text: string
  /** Milliseconds. */
  readonly until: number
  readonly act: ActState
  /** The row: takes the focus over when the button disappears by itself. */
  readonly row: RefObject<HTMLElement | null>
  /** Said when the time is over. */
  readonly over: Key
  readonly undo: () => Promise<void>
}

/** « Annuler », until a moment that is written beside it. */
export default function TimedUndo({ text, until, act, row, over, undo }: TimedProps) {
  const { translator, announce } = usePersonalTab()
  // The server may say no before the page's clock does.
  const place = useFocusHeir<HTMLSpanElement>(row)
  const ahead = useAhead(until, () => {
    announce(translator.say(over))
    if (place.current?.contains(document.activeElement)) row.current?.focus()
  })
  if (!ahead) return null
  return (
    <span ref={place} className="undo">
      <ActButton
        act={act}
        size="small"
        aria-label={actName(translator, 'undo', text)}
        onPress={() => void undo()}
      >
        {translator.say('undo')}
      </ActButton>{' '}
      <span className="quiet">{translator.say('tab.undo.until', { time: translator.time(until) })}</span>
    </span>
  )
}
