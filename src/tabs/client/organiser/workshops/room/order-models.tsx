import { Button, Field, Input, Select } from '@fluentui/react-components'
import { type RefObject, useRef, useState } from 'react'
import { randomIds } from '../../../../../kernel/crypto/ids.ts'
import type { Page } from '../../../../contract/primitives.ts'
import type { RunningOrderModelView } from '../../../../contract/room/remote.ts'
import type { Call } from '../../../data/api/call.ts'
import { pathTo } from '../../../data/store/lists.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { focusFirstInvalid } from '../../../parts/forms/field-focus.ts'
import { Pending } from '../../../parts/lists/pending.tsx'
import { useReading } from '../../../parts/lists/reading.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { useFocusHeir } from '../../../parts/page/focus-heir.ts'
import { ConfirmDialog } from '../fields/confirm-dialog.tsx'
import type { Items, Order } from './use-order.ts'

/** Letters of a model's name. */
const MOST = 80

type Props = { readonly call: Call; readonly workshop: string; readonly order: Order; readonly items: Items }

type TakeProps = Omit<Props, 'workshop'> & {
  readonly models: readonly RunningOrderModelView[]
  readonly again: () => Promise<unknown>
  /** Takes the focus once the last model is gone. */
  readonly heir: RefObject<HTMLElement | null>
}

/** Takes a model in the place of what stands, which can be taken back; or removes it, for all organisers. */
function TakeModel({ call, models, order, items, again, heir }: TakeProps) {
  const { say } = useSession().translator
  const act = useAct()
  const [chosen, choose] = useState('')
  const [sure, ask] = useState(false)
  const model = models.find(({ id }) => id === chosen)
  const asks = useRef<HTMLButtonElement>(null)
  const place = useFocusHeir<HTMLDivElement>(heir)
  const close = () => {
    ask(false)
    asks.current?.focus()
  }
  const remove = async () => {
    if (!model) return
    const send = () => call('DELETE', `/running-order/models/${encodeURIComponent(model.id)}`)
    if (!(await act.run(send, { text: say('order.model.removed'), about: model.name }))) return
    choose('')
    await again()
  }
  const take = async () => {
    if (!model) return
    const taken = model.items.map(item => ({ ...item, id: randomIds.next() }))
    const undo = () => order.write(items)
    if (await order.put(taken, { text: say('order.model.taken'), about: model.name, undo })) choose('')
  }
  return (
    <div ref={place} className="order-model">
      <Field label={say('order.model.take')}>
        <Select value={chosen} onChange={(_, { value }) => choose(value)}>
          <option value="">{say('order.model.choose')}</option>
          {models.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <div className="acts">
        <ActButton act={order.act} still={!model} onPress={() => void take()}>
          {say('order.model.use')}
        </ActButton>
        <Button ref={asks} disabledFocusable={act.busy || !model} onClick={() => ask(model !== undefined)}>
          {say('order.model.remove')}
        </Button>
      </div>
      <ActFailure act={act} />
      {sure && model && (
        <ConfirmDialog
          title={say('order.model.remove.sure', { name: model.name })}
          keep={say('order.model.remove.not')}
          sure={say('order.model.remove')}
          final
          act={act}
          close={close}
          run={() => void remove()}
        >
          <p>{say('order.model.remove.all')}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}

/** Models of the programme: one is taken, or this one kept. */
export function OrderModels({ call, workshop, order, items }: Props) {
  const { say } = useSession().translator
  const act = useAct()
  const heir = useRef<HTMLElement>(null)
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const { value, failure, again } = useReading<Page<RunningOrderModelView>>('/running-order/models')
  const missing = tried && name.trim() === '' && { validationMessage: say('order.model.missing') }
  const keep = async () => {
    setTried(true)
    if (name.trim() === '') return focusFirstInvalid()
    const send = () => call('POST', pathTo('/workshops', workshop, 'running-order/models'), { name })
    if (!(await act.run(send, { text: say('order.model.kept'), about: name }))) return
    setName('')
    setTried(false)
    await again()
  }
  return (
    <details className="unfold">
      <summary ref={heir}>{say('order.models')}</summary>
      <div className="order-form">
        {!value && <Pending failure={failure} again={again} />}
        {value && value.items.length > 0 && (
          <TakeModel call={call} models={value.items} order={order} items={items} again={again} heir={heir} />
        )}
        <form
          className="order-model"
          noValidate
          onSubmit={event => {
            event.preventDefault()
            void keep()
          }}
        >
          <Field label={say('order.model.name')} {...missing}>
            <Input value={name} maxLength={MOST} onChange={(_, { value }) => setName(value)} />
          </Field>
          <ActButton act={act} type="submit">
            {say('order.model.keep')}
          </ActButton>
        </form>
        <ActFailure act={act} />
      </div>
    </details>
  )
}
