import words from 'virtual:words/menus'
import { Button } from '@fluentui/react-components'
import type { ComponentProps } from 'react'
import { actName } from '../words/act-name.ts'
import { learn } from '../words/speech.ts'
import { useDesk } from './desk.tsx'
import type { Here } from './here.tsx'

learn(words)

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
