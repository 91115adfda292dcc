import { Button } from '@fluentui/react-components'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import { useSession } from '../../parts/page/context.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { linkAddress } from '../navigation/addresses.ts'

/** Link to the harvest page of my table. */
export function HarvestButton({ workshop }: { workshop: WorkshopView }) {
  const { translator } = useSession()
  const { id, harvests, facilitates, title, startsAt } = workshop
  if (!harvests) return null
  const table = facilitates?.table
  return (
    <Button
      as="a"
      size="small"
      href={linkAddress(`harvest:${id}${table ? `:${table}` : ''}`)}
      aria-label={actName(translator, 'harvest.open', title, startsAt)}
    >
      {translator.say('harvest.open')}
    </Button>
  )
}
