import './order.css'
import '../../../parts/panels/details.css'
import { Button } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { useId, useRef, useState } from 'react'
import { randomIds } from '../../../../../kernel/crypto/ids.ts'
import type { RunningOrderItem } from '../../../../contract/room/remote.ts'
import { ActFailure } from '../../../parts/actions/action.tsx'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { itemText } from '../../../parts/remote/order-item.ts'
import { failureText } from '../../../parts/words/failure-text.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import type { PanelProps } from '../workshop/panels.ts'
import { remoteAddress } from './address.ts'
import { ItemForm } from './item-form.tsx'
import { ItemRow } from './item-row.tsx'
import { OrderModels } from './order-models.tsx'
import { moved, totalText } from './order-texts.ts'
import { PaperFold } from './paper-fold.tsx'
import { useOrder } from './use-order.ts'

/** As many as a running order holds. */
const MOST = 40
const NEW = 'new'

const fresh = (): RunningOrderItem => ({ id: randomIds.next(), scene: 'question', words: '', minutes: 10 })

/** « Déroulé »: what the room will see, in which order and for how long, changed on demand; and the way to the remote. */
export default function OrderPanel({ workshop, call }: PanelProps) {
  const { translator } = useSession()
  const { say } = translator
  const title = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const order = useOrder(call, workshop.id)
  const [changing, setChanging] = useState(false)
  const [edited, edit] = useState('')
  const [added, add] = useState<RunningOrderItem>()
  const { act, put, write, failure } = order
  const items = order.order?.items ?? []
  const close = () => {
    edit('')
    heading.current?.focus()
  }
  const save = async (item: RunningOrderItem) => {
    const isNew = !items.some(({ id }) => id === item.id)
    const next = isNew ? [...items, item] : items.map(each => (each.id === item.id ? item : each))
    if (await put(next, say('order.saved'))) close()
  }
  const remove = async (item: RunningOrderItem) => {
    const undo = () => write(items)
    const done = { text: say('order.removed'), about: itemText(item, translator), undo }
    if (
      await put(
        items.filter(({ id }) => id !== item.id),
        done,
      )
    )
      heading.current?.focus()
  }
  const move = (at: number, step: -1 | 1) =>
    put(moved(items, at, step), say('order.moved', { place: at + step + 1, count: items.length }))
  return (
    <section className="card panel" aria-labelledby={title}>
      <div className="panel-head">
        <h2 id={title} ref={heading} tabIndex={-1}>
          {say('remote.order')}
        </h2>
        <div className="acts">
          {order.order && (
            <Button
              aria-expanded={changing}
              onClick={() => {
                edit('')
                setChanging(!changing)
              }}
            >
              {say(changing ? 'order.end' : 'order.change')}
            </Button>
          )}
          {!workshop.over && <LinkButton href={remoteAddress(workshop.id)}>{say('remote.open')}</LinkButton>}
        </div>
      </div>
      {failure && <Notice tone="warning">{failureText(failure, translator, {})}</Notice>}
      {order.order && (
        <>
          {order.order.proposed && <p className="quiet">{say('order.proposed')}</p>}
          <ol className="order-list" aria-labelledby={title}>
            {items.map((item, at) => (
              <li key={item.id}>
                {edited === item.id ? (
                  <ItemForm item={item} act={act} word={say('order.save')} save={save} close={close} />
                ) : (
                  <ItemRow
                    item={item}
                    act={act}
                    first={at === 0}
                    last={at === items.length - 1}
                    changing={changing}
                    move={step => move(at, step)}
                    edit={() => edit(item.id)}
                    remove={() => void remove(item)}
                  />
                )}
              </li>
            ))}
          </ol>
          <p className="order-total">{totalText(items, workshop, translator)}</p>
          <ActFailure act={act} />
          {edited === NEW && added && (
            <ItemForm item={added} act={act} word={say('order.add')} save={save} close={close} />
          )}
          {changing && edited !== NEW && items.length < MOST && (
            <Button
              icon={<Add20Regular aria-hidden />}
              onClick={() => {
                add(fresh())
                edit(NEW)
              }}
            >
              {say('order.add')}
            </Button>
          )}
          {changing && <OrderModels call={call} workshop={workshop.id} order={order} items={items} />}
        </>
      )}
      {!workshop.off && <PaperFold workshop={workshop} call={call} />}
    </section>
  )
}
