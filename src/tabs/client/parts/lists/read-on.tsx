import { Button } from '@fluentui/react-components'
import { type RefObject, useEffect, useState } from 'react'
import { Spinner } from '../actions/spinner.tsx'
import { useSession } from '../page/context.tsx'
import { focusOn } from '../page/focus.ts'

type Props = {
  /** Reads a page more; absent when there is no more, and then no button. */
  readonly read: (() => Promise<void>) | undefined
  readonly list: RefObject<HTMLElement | null>
  /** Number of items in the list. */
  readonly count: number
  readonly begun?: () => void
}

/** « Voir plus »: reads another page, then moves the focus to its first item. */
export function ReadOn({ read, list, count, begun }: Props) {
  const { translator } = useSession()
  const [busy, setBusy] = useState(false)
  const [landing, setLanding] = useState<number>()
  useEffect(() => {
    if (landing === undefined) return
    const item = list.current?.children[landing]
    focusOn(item instanceof HTMLElement ? item : list.current)
    setLanding(undefined)
  }, [landing, list])
  if (!read) return null
  const press = async () => {
    begun?.()
    setBusy(true)
    await read()
    setBusy(false)
    setLanding(count)
  }
  return (
    <Button
      appearance="transparent"
      className="more"
      disabledFocusable={busy}
      {...(busy ? { icon: <Spinner /> } : {})}
      onClick={() => void press()}
    >
      {translator.say('tab.rest')}
    </Button>
  )
}
