import { Button } from '@fluentui/react-components'
import type { ComponentProps } from 'react'
import { actName } from '../../parts/words/button-name.ts'
import { useDesk } from '../navigation/context.tsx'
import type { Here } from './check-in.tsx'

/** The way to the six letters. Its code comes on the day. */
export default function HereButton({ workshop, place }: ComponentProps<typeof Here>) {
  const { speech, open } = useDesk()
  return (
    <Button
      size="small"
      aria-label={actName(speech, 'attendance.here', workshop.title, workshop.startsAt)}
      onClick={() => open({ kind: 'here', workshop, place })}
    >
      {speech.say('attendance.here')}
    </Button>
  )
}
