import { Button, Field, Select, Textarea } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { SceneInput } from '../../../contract/room/remote.ts'
import { ActButton } from '../actions/action-button.tsx'
import { useSession } from '../page/context.tsx'
import { SCENE_NAMES } from '../room/scene-texts.ts'
import { lengthOf } from '../words/length.ts'
import { itemText, sceneOf } from './order-item.ts'
import type { Remote } from './use-remote.ts'

const KINDS = ['welcome', 'tables', 'question', 'wall', 'timer', 'vote', 'result', 'next', 'pause'] as const
/** Characters of a question, as a person counts them. */
const LIMIT = 280

type Props = { readonly remote: Remote }

/** A question is written where it is asked for. */
function QuestionForm({ remote, close }: Props & { readonly close: () => void }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { view, act, send } = remote
  const { scene, workshop } = view.room
  const [text, setText] = useState(scene.kind === 'question' ? scene.text : '')
  const [axis, setAxis] = useState(view.options.axis ?? '')
  const [tried, setTried] = useState(false)
  const count = lengthOf(text)
  const fault =
    count > LIMIT
      ? say('refusal.too-long', { count, max: LIMIT })
      : tried && count === 0
        ? say('refusal.empty-text')
        : undefined
  const ask = async () => {
    setTried(true)
    if (count === 0 || count > LIMIT) return
    const wanted = { kind: 'question', words: text, axis } satisfies SceneInput
    if (await send('show', { scene: wanted }, say('remote.shown', { scene: say('remote.scene.question') })))
      close()
  }
  return (
    <form
      className="remote-form"
      onSubmit={event => {
        event.preventDefault()
        void ask()
      }}
    >
      <Field label={say('remote.question')} {...(fault && { validationMessage: fault })}>
        <Textarea value={text} rows={3} resize="vertical" onChange={(_, { value }) => setText(value)} />
      </Field>
      <Field label={say('idea.axis')}>
        <Select value={axis} onChange={(_, { value }) => setAxis(value)}>
          <option value="">{say('remote.axis.all')}</option>
          {programme.axes
            .filter(({ id }) => workshop.axes.length === 0 || workshop.axes.includes(id))
            .map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
        </Select>
      </Field>
      <div className="acts">
        <ActButton act={act} type="submit" appearance="primary">
          {say('remote.show')}
        </ActButton>
        <Button onClick={close}>{say('plan.leave')}</Button>
      </div>
    </form>
  )
}

/** The running order, an item a press; the one that stands is said. */
export function OrderActs({ remote }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const { view, act, send } = remote
  const id = useId()
  const { items, at } = view.order
  if (items.length === 0) return null
  return (
    <section className="card panel" aria-labelledby={id}>
      <h2 id={id}>{say('remote.order')}</h2>
      <ol className="remote-order">
        {items.map(item => {
          const text = itemText(item, translator)
          const done = say('remote.shown', { scene: text })
          return (
            <li key={item.id}>
              <Button
                className={item.id === at ? 'remote-item remote-stands' : 'remote-item'}
                aria-current={item.id === at ? 'step' : undefined}
                disabledFocusable={act.busy}
                onClick={() => void send('show', { scene: sceneOf(item) }, done)}
              >
                <span>
                  {item.id === at ? say('remote.standing', { scene: text }) : text}
                  {item.words !== '' && <span className="remote-next-words">{item.words}</span>}
                </span>
              </Button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** Every scene, one press away; the one that stands says so. */
export function SceneActs({ remote }: Props) {
  const { say } = useSession().translator
  const { view, act, send } = remote
  const [asking, ask] = useState(false)
  const id = useId()
  const { kind } = view.room.scene
  const show = (wanted: (typeof KINDS)[number]) => {
    if (wanted === 'question') return ask(true)
    ask(false)
    void send('show', { scene: { kind: wanted } }, say('remote.shown', { scene: say(SCENE_NAMES[wanted]) }))
  }
  return (
    <section className="card panel" aria-labelledby={id}>
      <h2 id={id}>{say('remote.scenes')}</h2>
      <div className="remote-scenes">
        {KINDS.map(each => {
          const stands = each === kind
          const name = say(SCENE_NAMES[each])
          return (
            <Button
              key={each}
              {...(stands && { className: 'remote-stands' })}
              {...(each === 'question' && { 'aria-expanded': asking })}
              disabledFocusable={act.busy}
              onClick={() => show(each)}
            >
              {stands ? say('remote.standing', { scene: name }) : name}
            </Button>
          )
        })}
      </div>
      {asking && <QuestionForm remote={remote} close={() => ask(false)} />}
    </section>
  )
}
