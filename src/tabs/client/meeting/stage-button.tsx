import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { mayShareToStage, shareToStage } from '../host/meeting.ts'
import { Notice } from '../parts/notices/notice.tsx'
import { useSession } from '../parts/page/context.tsx'
import { stageAddress } from './meeting-tab.ts'

/**
 * « Montrer à toute la réunion », in a meeting's side panel: the room's screen on the stage. Absent for who may not share,
 * and where the administrator did not consent.
 */
export function StageButton({ workshop }: { workshop: string }) {
  const { translator, announce } = useSession()
  const { say } = translator
  const [allowed, setAllowed] = useState(false)
  const [failed, setFailed] = useState(false)
  useEffect(() => void mayShareToStage().then(setAllowed), [])
  if (!allowed) return null
  const share = async () => {
    const shown = await shareToStage(stageAddress(workshop, location.origin))
    setFailed(!shown)
    // A notice says by itself what went wrong.
    if (shown) announce(say('meeting.shared'))
  }
  return (
    <>
      <Button onClick={share}>{say('meeting.share')}</Button>
      {failed && <Notice tone="warning">{say('meeting.unshared')}</Notice>}
    </>
  )
}
