import type { QuotaInput, SheetView } from '../../../contract/planning.ts'
import type { Call } from '../../api/call.ts'
import { sectionAddress } from '../../organiser/address.ts'
import { useAct } from '../../page/act.tsx'
import { useGround } from '../../page/ground.tsx'
import { Notice } from '../../page/notice.tsx'
import { SectionHead } from '../../page/section-head.tsx'
import { LinkButton } from './link-button.tsx'
import { QuotaForm } from './quota-form.tsx'
import { ownOf, sharedBy, takenIn } from './quotas-page.tsx'
import { workshopTrail } from './trail.ts'
import { useTyped } from './use-typed.ts'

type Props = {
  readonly call: Call
  readonly sheet: SheetView
  readonly keep: (sheet: SheetView) => void
}

/** Seats of each Direction in a workshop that stands alone. */
export function OwnQuotasPage({ call, sheet, keep }: Props) {
  const { speech, me } = useGround()
  const { say } = speech
  const { id } = sheet
  const seats = sharedBy(sheet)
  // Kept for so many seats: another number is another sharing out.
  const { typed, type, forget } = useTyped(`quotas:${id}:${seats}`, me.name, { quotas: ownOf(sheet) })
  const act = useAct()
  const back = sectionAddress('workshops', id)
  const save = async (quotas: readonly QuotaInput[]) => {
    const path = `/workshops/${encodeURIComponent(id)}/quotas`
    const put = async () => keep(await call<SheetView>('PUT', path, { quotas }))
    if (!(await act.run(put, { text: say('saved'), about: sheet.title, at: back }))) return
    forget()
    location.hash = back
  }
  return (
    <>
      <SectionHead title={say('series.quotas')} trail={workshopTrail(sheet, speech)} />
      {!sheet.rules.quotas ? (
        <Notice
          tone="neutral"
          action={
            <LinkButton href={sectionAddress('workshops', id, 'rules')}>
              {say('plan.rules.change')}
            </LinkButton>
          }
        >
          {say('plan.quotas.off')}
        </Notice>
      ) : (
        <QuotaForm
          act={act}
          seats={seats}
          quotas={typed.quotas}
          type={quotas => type({ quotas })}
          released={sheet.rules.releaseDays > 0}
          usual={sheet.usual ?? []}
          taken={takenIn([sheet])}
          save={rows => void save(rows)}
          back={back}
        />
      )}
    </>
  )
}
