import { Button } from '@fluentui/react-components'
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up'
import { useEffect, useRef } from 'react'
import type { RunningOrderItem } from '../../../../contract/room/remote.ts'
import type { ActState } from '../../../parts/actions/action.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { itemText } from '../../../parts/remote/order-item.ts'
import { nameOf } from '../../../parts/words/button-name.ts'

type Props = {
  readonly item: RunningOrderItem
  readonly act: ActState
  readonly first: boolean
  readonly last: boolean
  /** Whether it shows what changes it. */
  readonly changing: boolean
  readonly move: (step: -1 | 1) => Promise<boolean>
  readonly edit: () => void
  readonly remove: () => void
}

/** One item of the running order; the focus stays on the arrow that moved it. */
export function ItemRow({ item, act, first, last, changing, move, edit, remove }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const text = itemText(item, translator)
  const row = useRef<HTMLDivElement>(null)
  const moving = useRef<-1 | 1>(undefined)
  // Once it is drawn where it went: until then both arrows rest.
  useEffect(() => {
    const step = moving.current
    if (act.busy || step === undefined) return
    moving.current = undefined
    const [up, down] = [...(row.current?.querySelectorAll<HTMLElement>('.order-move') ?? [])]
    const goesOnUp = step === -1 ? !first : last
    ;(goesOnUp ? up : down)?.focus()
  })
  const press = async (step: -1 | 1) => {
    moving.current = step
    if (!(await move(step))) moving.current = undefined
  }
  const named = (act: 'order.up' | 'order.down' | 'order.edit' | 'order.remove') =>
    nameOf(translator, say(act), text)
  return (
    <div className="order-row" ref={row}>
      <div className="order-text">
        <p className="words">{text}</p>
        {item.words !== '' && <p>{item.words}</p>}
      </div>
      {changing && (
        <div className="acts">
          <Button
            className="order-move"
            appearance="subtle"
            icon={<ArrowUp20Regular aria-hidden />}
            aria-label={named('order.up')}
            disabledFocusable={act.busy || first}
            onClick={() => void press(-1)}
          />
          <Button
            className="order-move"
            appearance="subtle"
            icon={<ArrowDown20Regular aria-hidden />}
            aria-label={named('order.down')}
            disabledFocusable={act.busy || last}
            onClick={() => void press(1)}
          />
          <Button size="small" aria-label={named('order.edit')} onClick={edit}>
            {say('order.edit')}
          </Button>
          <Button
            size="small"
            aria-label={named('order.remove')}
            disabledFocusable={act.busy}
            onClick={remove}
          >
            {say('order.remove')}
          </Button>
        </div>
      )}
    </div>
  )
}
