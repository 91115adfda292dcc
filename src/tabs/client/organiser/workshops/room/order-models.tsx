import { Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
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
import type { Items, Order } from './use-order.ts'

/** Letters of a model's name. */
const MOST = 80

type Props = { readonly call: Call; readonly workshop: string; readonly order: Order; readonly items: Items }

/** Takes a model in the place of what stands; which can be taken back. */
function TakeModel({
  models,
  order,
  items,
}: Pick<Props, 'order' | 'items'> & { readonly models: readonly RunningOrderModelView[] }) {
  const { say } = useSession().translator
  const [chosen, choose] = useState('')
  const model = models.find(({ id }) => id === chosen)
  const take = async () => {
    if (!model) return
    const taken = model.items.map(item => ({ ...item, id: randomIds.next() }))
    const undo = () => order.write(items)
    if (await order.put(taken, { text: say('order.model.taken'), about: model.name, undo })) choose('')
  }
  return (
    <div className="order-model">
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
      <ActButton act={order.act} still={!model} onPress={() => void take()}>
        {say('order.model.use')}
      </ActButton>
    </div>
  )
}

/** Models of the programme: one is taken, or this one kept. */
export function OrderModels({ call, workshop, order, items }: Props) {
  const { say } = useSession().translator
  const act = useAct()
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
      <summary>{say('order.models')}</summary>
      <div className="order-form">
        {!value && <Pending failure={failure} again={again} />}
        {value && value.items.length > 0 && <TakeModel models={value.items} order={order} items={items} />}
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
