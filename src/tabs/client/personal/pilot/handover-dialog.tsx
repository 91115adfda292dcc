import { useState } from 'react'
import type { NewPilotView, RelayView } from '../../../contract/people/handover.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { ScrollStop } from '../../parts/dialogs/scroll-stop.tsx'
import { ColleagueField, NameField } from '../../parts/forms/colleague-field.tsx'
import { focusFirstInvalid, useFirstField } from '../../parts/forms/field-focus.ts'
import { Pending } from '../../parts/lists/pending.tsx'
import { useReading } from '../../parts/lists/reading.ts'
import { Notice } from '../../parts/notices/notice.tsx'
import type { Translator } from '../../parts/words/translator.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import type { DialogRequest, Finish } from '../navigation/dialog-request.ts'

type Task = 'pilot' | 'deputy'

function nowText({ say }: Translator, { pilot, deputies }: RelayView, task: Task): string {
  if (task === 'pilot') return pilot ? say('relay.now', { name: pilot.name }) : say('relay.now.none')
  const names = deputies.map(({ name }) => name).join(', ')
  return names === '' ? say('relay.deputy.none') : say('relay.deputy.now', { names })
}

function relayedText({ say }: Translator, { unreachable }: NewPilotView): string {
  return say(unreachable ? 'relay.done.unreachable' : 'relay.done')
}

/** Why there is no candidate, or not everybody. `choices`: number of candidates shown. */
function lackText(
  { say }: Translator,
  { found, more }: RelayView,
  typed: string,
  choices: number,
): string | undefined {
  if (more) return say(typed === '' ? 'relay.many' : 'relay.more')
  if (typed === '') return choices === 0 ? say('relay.none') : undefined
  return found.length === 0 ? say('relay.nobody') : undefined
}

function choicesOf({ say }: Translator, { deputies, found }: RelayView, task: Task) {
  const standing = deputies.map(({ id, name }) => ({ id, title: say('relay.to.deputy', { name }) }))
  const free = found.map(({ id, name }) => ({ id, title: name }))
  return task === 'pilot' ? [...standing, ...free] : free
}

/** Removes the deputy. */
function Removal({ direction, say }: { readonly direction: string; readonly say: (done: string) => void }) {
  const { translator, acts } = usePersonalTab()
  const act = useAct()
  const remove = async () => {
    const done = translator.say('relay.deputy.removed')
    if (await act.run(() => acts.nameDeputy(direction, null), done)) say(done)
  }
  return (
    <div>
      <ActButton act={act} onPress={() => void remove()}>
        {translator.say('relay.deputy.remove')}
      </ActButton>
      <ActFailure act={act} />
    </div>
  )
}

/** What was done, in the form's place. It takes the focus, as the button that was pressed is gone. */
function Done({ done }: { readonly done: string }) {
  return (
    <ScrollStop>
      <Notice tone="good">{done}</Notice>
    </ScrollStop>
  )
}

type Props = { readonly request: Extract<DialogRequest, { kind: 'handover' }>; readonly finish: Finish }

/** « Passer le relais », or the choice of a deputy: a colleague of the Direction, by name. */
export function HandoverDialog({ request: { task, direction }, finish }: Props) {
  const { translator, acts } = usePersonalTab()
  const [name, setName] = useState('')
  const path = `/directions/${encodeURIComponent(direction)}/relay?name=${encodeURIComponent(name)}`
  const { value: view, failure, again } = useReading<RelayView>(path, ['people'])
  useFirstField(view !== undefined)
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const [tried, setTried] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const [done, setDone] = useState('')
  const choices = view ? choicesOf(translator, view, task) : []
  const first = task === 'pilot' && name === '' ? view?.deputies[0]?.id : undefined
  const to = choices.find(({ id }) => id === (chosen ?? first))?.id ?? ''
  const lack = view && lackText(translator, view, name, choices.length)
  const give = async () => {
    if (task === 'pilot') return relayedText(translator, await acts.handOver(direction, { to, nonce }))
    await acts.nameDeputy(direction, to)
    return translator.say('relay.deputy.done')
  }
  const send = async () => {
    setTried(true)
    if (to === '') return focusFirstInvalid()
    await act.run(give, text => {
      setDone(text)
      return text
    })
  }
  const word = translator.say(task === 'pilot' ? 'relay.act' : 'relay.deputy.act')
  const title = translator.say(task === 'pilot' ? 'relay.who.pilot' : 'relay.who.deputy')
  if (done !== '') {
    return (
      <Frame title={title} close={() => finish()} closeWord={translator.say('tab.close')}>
        <Done done={done} />
      </Frame>
    )
  }
  return (
    <Frame
      title={title}
      close={() => finish()}
      {...(choices.length > 0 && { submit: { word, act, send: () => void send() } })}
    >
      {view && <p>{nowText(translator, view, task)}</p>}
      <p className="quiet">{translator.say(task === 'pilot' ? 'relay.rule.mine' : 'relay.rule.deputy')}</p>
      {!view && <Pending failure={failure} again={again} />}
      {(name !== '' || view?.more) && <NameField find={setName} />}
      {choices.length > 0 && (
        <ColleagueField choices={choices} value={to} onChange={setChosen} tried={tried} />
      )}
      {lack && (
        <p className="quiet" role="status">
          {lack}
        </p>
      )}
      {task === 'deputy' && view && view.deputies.length > 0 && (
        <Removal direction={direction} say={setDone} />
      )}
    </Frame>
  )
}
