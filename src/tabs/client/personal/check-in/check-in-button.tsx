import { Button } from '@fluentui/react-components'
import type { ComponentProps } from 'react'
import { actName } from '../../parts/words/button-name.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import type { CheckIn } from './check-in.tsx'

/** Opens the form for the six letters. Loaded on the day. */
export default function CheckInButton({ workshop, place }: ComponentProps<typeof CheckIn>) {
  const { translator, open } = usePersonalTab()
  return (
    <Button
      size="small"
      aria-label={actName(translator, 'attendance.here', workshop.title, workshop.startsAt)}
      onClick={() => open({ kind: 'check-in', workshop, place })}
    >
      {translator.say('attendance.here')}
    </Button>
  )
}
