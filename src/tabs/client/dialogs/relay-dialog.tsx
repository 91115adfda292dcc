import { useState } from 'react'
import type { RelayView } from '../../contract/relay.ts'
import { mintNonce } from '../api/nonce.ts'
import { ActFailure, useAct } from '../page/act.tsx'
import { ActButton } from '../page/act-button.tsx'
import { useDesk } from '../page/desk.tsx'
import type { Speech } from '../words/speech.ts'
import { ColleagueField, NameField } from './colleague-field.tsx'
import type { Finish } from './dialogs.tsx'
import { focusFirstInvalid } from './focus.ts'
import { Frame } from './frame.tsx'
import { useReading } from './reading.ts'
import type { DialogRequest } from './request.ts'
import { Waiting } from './waiting.tsx'

type Task = 'pilot' | 'deputy'

function nowText({ say }: Speech, { pilot, deputies }: RelayView, task: Task): string {
  if (task === 'pilot') return pilot ? say('relay.now', { name: pilot.name }) : say('relay.now.none')
  const names = deputies.map(({ name }) => name).join(', ')
  return names === '' ? say('relay.deputy.none') : say('relay.deputy.now', { names })
}

/** Why there is nobody to choose, or not everybody. */
function lackText({ say }: Speech, { found, more }: RelayView, typed: string): string | undefined {
  if (more) return say(typed === '' ? 'relay.many' : 'relay.more')
  if (found.length > 0) return undefined
  return say(typed === '' ? 'relay.none' : 'relay.nobody')
}

function choicesOf({ say }: Speech, { deputies, found }: RelayView, task: Task) {
  const standing = deputies.map(({ id, name }) => ({ id, title: say('relay.to.deputy', { name }) }))
  const free = found.map(({ id, name }) => ({ id, title: name }))
  return task === 'pilot' ? [...standing, ...free] : free
}

/** Takes the part back from who stands in. */
function Removal({ direction, finish }: { readonly direction: string; readonly finish: Finish }) {
  const { speech, acts } = useDesk()
  const act = useAct()
  const remove = async () => {
    if (await act.run(() => acts.nameDeputy(direction, null), speech.say('relay.deputy.removed'))) finish()
  }
  return (
    <div>
      <ActButton act={act} onPress={() => void remove()}>
        {speech.say('relay.deputy.remove')}
      </ActButton>
      <ActFailure act={act} />
    </div>
  )
}

type Props = { readonly request: Extract<DialogRequest, { kind: 'relay' }>; readonly finish: Finish }

/** « Passer le relais », or who shall stand in: a colleague of the Direction, by name. */
export function RelayDialog({ request: { task, direction }, finish }: Props) {
  const { speech, acts } = useDesk()
  const [name, setName] = useState('')
  const path = `/directions/${encodeURIComponent(direction)}/relay?name=${encodeURIComponent(name)}`
  const { value: view, failure, again } = useReading<RelayView>(path)
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const [tried, setTried] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const choices = view ? choicesOf(speech, view, task) : []
  const first = task === 'pilot' && name === '' ? view?.deputies[0]?.id : undefined
  const to = choices.find(({ id }) => id === (chosen ?? first))?.id ?? ''
  const lack = view && lackText(speech, view, name)
  const send = async () => {
    setTried(true)
    if (to === '') return focusFirstInvalid()
    const [give, done] =
      task === 'pilot'
        ? [() => acts.handOver(direction, { to, nonce }), speech.say('relay.done')]
        : [() => acts.nameDeputy(direction, to), speech.say('relay.deputy.done')]
    if (await act.run(give, done)) finish()
  }
  const word = speech.say(task === 'pilot' ? 'relay.act' : 'relay.deputy.act')
  return (
    <Frame
      title={speech.say(task === 'pilot' ? 'relay.who.pilot' : 'relay.who.deputy')}
      close={() => finish()}
      {...(choices.length > 0 && { submit: { word, act, send: () => void send() } })}
    >
      {view && <p>{nowText(speech, view, task)}</p>}
      <p className="quiet">{speech.say(task === 'pilot' ? 'relay.rule.mine' : 'relay.rule.deputy')}</p>
      {!view && <Waiting failure={failure} again={again} />}
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
        <Removal direction={direction} finish={finish} />
      )}
    </Frame>
  )
}
