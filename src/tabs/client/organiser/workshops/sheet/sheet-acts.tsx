import type { SheetView } from '../../../../contract/workshops/planning.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { sectionAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { MoreActs } from '../../parts/more-acts.tsx'
import { useCopyAct } from '../../parts/use-copy-act.ts'

/** What changes a workshop that is announced, as long as it may be changed; what one seldom does is in a menu. */
export function SheetActs({ sheet: { id, title, stage, mayCallOff, changeable } }: { sheet: SheetView }) {
  const { say } = useSession().translator
  const copy = useCopyAct({ kind: 'workshop', id }, title)
  const to = (place: string) => sectionAddress('workshops', id, place)
  const callOff = () => {
    location.hash = to('call-off')
  }
  const seldom = [
    ...(mayCallOff ? [{ word: say('off.form'), press: callOff }] : []),
    ...(stage === 'draft' ? [] : [copy]),
  ]
  return (
    <>
      <MoreActs name={title} acts={seldom} />
      {changeable && <LinkButton href={to('change')}>{say('workshop.change')}</LinkButton>}
    </>
  )
}
