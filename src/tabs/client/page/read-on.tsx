import { Button, Spinner } from '@fluentui/react-components'
import { type RefObject, useEffect, useState } from 'react'
import type { SourceName } from '../board/sources.ts'
import { useDesk } from './desk.tsx'

type Props = {
  /** The lists that go on; with none there is no button. */
  readonly sources: readonly SourceName[]
  readonly list: RefObject<HTMLElement | null>
  /** How many items stand in the list. */
  readonly count: number
  readonly begun?: () => void
}

/** « Voir la suite »: reads a page more, then leads the focus to the first item that came. */
export function ReadOn({ sources, list, count, begun }: Props) {
  const { speech, readOn } = useDesk()
  const [busy, setBusy] = useState(false)
  const [landing, setLanding] = useState<number>()
  useEffect(() => {
    if (landing === undefined) return
    const item = list.current?.children[landing]
    if (item instanceof HTMLElement) item.focus()
    else list.current?.focus()
    setLanding(undefined)
  }, [landing, list])
  const press = async () => {
    begun?.()
    setBusy(true)
    await readOn(sources)
    setBusy(false)
    setLanding(count)
  }
  if (sources.length === 0) return null
  return (
    <Button
      appearance="transparent"
      className="more"
      disabledFocusable={busy}
      {...(busy ? { icon: <Spinner size="extra-tiny" /> } : {})}
      onClick={() => void press()}
    >
      {speech.say('tab.rest')}
    </Button>
  )
}
