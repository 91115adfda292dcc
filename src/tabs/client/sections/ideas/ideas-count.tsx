import { useCallback, useEffect, useState } from 'react'
import type { RegisterCount } from '../../../contract/idea-register.ts'
import { useChanges } from '../../page/changes.ts'
import { useGround } from '../../page/ground.tsx'

/** How many ideas wait, beside the name of the tab; room for it while it is not known. */
export default function IdeasCount() {
  const { read, speech } = useGround()
  const [count, setCount] = useState<RegisterCount['waiting']>()
  const [asked, setAsked] = useState(false)
  const again = useCallback(async () => {
    const found = await read<RegisterCount>('/ideas/register/count').catch(() => undefined)
    if (found) setCount(found.waiting)
    setAsked(true)
  }, [read])
  useEffect(() => void again(), [again])
  useChanges(['ideas'], () => void again())
  if (!asked) return <span className="tab-room" />
  return count ? `\u00A0(${new Intl.NumberFormat(speech.language).format(count)})` : null
}
