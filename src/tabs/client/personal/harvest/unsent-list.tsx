import { Button, Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useGround } from '../../parts/page/context.tsx'
import { actName } from '../../parts/words/button-name.ts'
import type { Speech } from '../../parts/words/translator.ts'
import { isLong, LIMIT, type Line } from './lines.ts'
import type { Harvesting } from './use-harvest.ts'

/** As many as a phone shows at once: those that ask for a hand come first. */
const SHOWN = 20

function stateOf({ state, why }: Line, { say }: Speech): string {
  if (state === 'refused') return say('harvest.state.refused', { why })
  if (state === 'duplicate') return say('harvest.state.duplicate', { text: why })
  return say(state === 'undo' ? 'harvest.state.undo' : 'harvest.state.kept')
}

type RowProps = { readonly line: Line; readonly harvesting: Harvesting }

function EditForm({ line, harvesting, close }: RowProps & { readonly close: () => void }) {
  const { speech } = useGround()
  const [text, setText] = useState(line.text)
  const typed = text.replace(/\s+/gu, ' ').trim()
  const message = isLong(typed)
    ? { validationMessage: speech.say('harvest.long', { count: 1, max: LIMIT }) }
    : {}
  const save = () => {
    if (typed === '' || isLong(typed)) return
    harvesting.change(line, typed)
    close()
  }
  return (
    <>
      <Field label={speech.say('harvest.edit.label')} {...message}>
        <Textarea value={text} rows={3} resize="vertical" onChange={(_, data) => setText(data.value)} />
      </Field>
      <div className="acts">
        <Button appearance="primary" onClick={save}>
          {speech.say('harvest.save')}
        </Button>
        <Button onClick={close}>{speech.say('harvest.leave-edit')}</Button>
      </div>
    </>
  )
}

function WaitingLine({ line, harvesting }: RowProps) {
  const { speech } = useGround()
  const [editing, edit] = useState(false)
  const { text, state } = line
  if (editing)
    return (
      <li className="harvest-row">
        <EditForm line={line} harvesting={harvesting} close={() => edit(false)} />
      </li>
    )
  return (
    <li className="harvest-row">
      <p>{text}</p>
      <p className="quiet">{stateOf(line, speech)}</p>
      {state !== 'undo' && (
        <div className="acts">
          {state === 'duplicate' && (
            <Button
              aria-label={actName(speech, 'harvest.anyway', text)}
              onClick={() => harvesting.sendAnyway(line)}
            >
              {speech.say('harvest.anyway')}
            </Button>
          )}
          <Button aria-label={actName(speech, 'harvest.edit', text)} onClick={() => edit(true)}>
            {speech.say('harvest.edit')}
          </Button>
          <Button
            aria-label={actName(speech, 'harvest.remove', text)}
            onClick={() => harvesting.remove(line)}
          >
            {speech.say('harvest.remove')}
          </Button>
        </div>
      )}
    </li>
  )
}

/** What is not accepted yet, with what keeps it. */
export function WaitingList({ harvesting }: { harvesting: Harvesting }) {
  const { speech } = useGround()
  const { lines } = harvesting
  if (lines.length === 0) return null
  const asking = lines.filter(({ state }) => state === 'refused' || state === 'duplicate')
  const ordered = [...asking, ...lines.filter(line => !asking.includes(line))]
  const others = ordered.length - SHOWN
  return (
    <section className="card panel" aria-labelledby="harvest-waiting">
      <h2 id="harvest-waiting">{speech.say('harvest.waiting')}</h2>
      <ul>
        {ordered.slice(0, SHOWN).map(line => (
          <WaitingLine key={line.key} line={line} harvesting={harvesting} />
        ))}
      </ul>
      {others > 0 && <p className="quiet">{speech.say('harvest.others', { count: others })}</p>}
    </section>
  )
}
