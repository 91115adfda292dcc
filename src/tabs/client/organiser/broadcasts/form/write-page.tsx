import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { BroadcastView } from '../../../../contract/broadcasts.ts'
import type { Call } from '../../../data/api/call.ts'
import { StaleNotice } from '../../../parts/notices/failure-page.tsx'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { SkeletonRows } from '../../../parts/start/skeleton.tsx'
import { replaceAddress } from '../../parts/address.ts'
import { SectionHead } from '../../parts/section-head.tsx'
import { addressOf, toAll } from '../broadcast/addresses.ts'
import { useBroadcast } from '../broadcast/use-broadcast.ts'
import { EMPTY, type Fields, fieldsOf, isEmpty } from './fields.ts'
import { unsaved } from './unsaved-form.ts'
import { WriteForm } from './write-form.tsx'

type FormProps = { readonly call: Call; readonly id?: string; readonly saved: Fields }

/** The form, with what was left in it unsaved when there is any. */
function Resumed({ call, id, saved }: FormProps) {
  const { say } = useSession().translator
  const [left] = useState(() => unsaved.of(id ?? 'new'))
  const [kept, keep] = useState(left !== undefined && !isEmpty(left))
  const drop = () => {
    unsaved.drop(id ?? 'new')
    keep(false)
  }
  const begun = kept && left ? left : saved
  return (
    <>
      {kept && (
        <Notice tone="neutral" action={<Button onClick={drop}>{say('cast.tab.kept.drop')}</Button>}>
          {say('cast.tab.kept')}
        </Notice>
      )}
      <WriteForm key={String(kept)} call={call} begun={begun} {...(id !== undefined && { id })} />
    </>
  )
}

export function WritePage({ call }: { call: Call }) {
  const { translator } = useSession()
  return (
    <>
      <SectionHead title={translator.say('cast.tab.new')} trail={[toAll(translator)]} />
      <Resumed call={call} saved={EMPTY} />
    </>
  )
}

type CopyProps = { readonly call: Call; readonly id: string; readonly title: string; readonly copy?: boolean }

/** The form, filled with what another says. `copy`: as a new one; else that draft is changed. */
function Filled({ call, id, title, copy = false }: CopyProps) {
  const { translator } = useSession()
  const { view, failure, loadedAt, refresh } = useBroadcast(call, id)
  const [first, setFirst] = useState<BroadcastView>()
  useEffect(() => {
    if (view && !first) setFirst(view)
  }, [view, first])
  // One that was started meanwhile has a page of its own.
  const begun = !copy && view && view.state !== 'draft' && view.state !== 'planned'
  useEffect(() => {
    if (begun) replaceAddress(addressOf(id))
  }, [begun, id])
  return (
    <>
      <SectionHead title={title} trail={[toAll(translator)]} />
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!first && !failure && <SkeletonRows kind="bone-panel" />}
      {first && <Resumed call={call} saved={fieldsOf(first)} {...(!copy && { id })} />}
    </>
  )
}

export function EditPage({ call, id }: { call: Call; id: string }) {
  return <Filled call={call} id={id} title={useSession().translator.say('cast.tab.change')} />
}

/** A new one that begins with what another said. */
export function CopyPage({ call, id }: { call: Call; id: string }) {
  return <Filled call={call} id={id} title={useSession().translator.say('cast.tab.new')} copy />
}
