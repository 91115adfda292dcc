import { Button } from '@fluentui/react-components'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import { useGround } from '../../parts/page/context.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { askedAddress } from '../navigation/addresses.ts'

/** The way to the page on which the ideas of my table are typed. */
export function HarvestButton({ workshop }: { workshop: WorkshopView }) {
  const { speech } = useGround()
  const { id, harvests, facilitates, title, startsAt } = workshop
  if (!harvests) return null
  const table = facilitates?.table
  return (
    <Button
      as="a"
      size="small"
      href={askedAddress(`harvest:${id}${table ? `:${table}` : ''}`)}
      aria-label={actName(speech, 'harvest.open', title, startsAt)}
    >
      {speech.say('harvest.open')}
    </Button>
  )
}
