import type { QuotaInput, SheetView } from '../../../../contract/workshops/planning.ts'
import type { Call } from '../../../data/api/call.ts'
import { useAct } from '../../../parts/actions/action.tsx'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { sectionAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import { useTyped } from '../fields/unsaved-form.ts'
import { workshopTrail } from '../workshop/breadcrumbs.ts'
import { QuotaForm } from './quota-form.tsx'
import { ownOf, sharedBy, takenIn } from './quotas-page.tsx'

type Props = {
  readonly call: Call
  readonly sheet: SheetView
  readonly keep: (sheet: SheetView) => void
}

/** Quotas of a single workshop. */
export function OwnQuotasPage({ call, sheet, keep }: Props) {
  const { translator, me } = useSession()
  const { say } = translator
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
      <SectionHead title={say('series.quotas')} trail={workshopTrail(sheet, translator)} />
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
