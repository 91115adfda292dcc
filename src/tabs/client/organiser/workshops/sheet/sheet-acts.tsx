import type { SheetView } from '../../../../contract/workshops/planning.ts'
import { CopyLink } from '../../../parts/actions/copy-link.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { sectionAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'

/** What changes a workshop that is announced, as long as it may be changed. */
export function SheetActs({ sheet: { id, title, stage, mayCallOff, changeable } }: { sheet: SheetView }) {
  const { say } = useSession().translator
  const to = (place: string) => sectionAddress('workshops', id, place)
  return (
    <>
      {mayCallOff && <LinkButton href={to('call-off')}>{say('off.form')}</LinkButton>}
      {changeable && <LinkButton href={to('change')}>{say('workshop.change')}</LinkButton>}
      {stage !== 'draft' && <CopyLink of={{ kind: 'workshop', id }} name={title} size="medium" />}
    </>
  )
}
