import { Button, Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useSession } from '../../parts/page/context.tsx'
import { actName } from '../../parts/words/button-name.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { isLong, LIMIT, type QueuedLine } from './lines.ts'
import type { HarvestSession } from './use-harvest.ts'

/** As many as a phone shows at once: those that ask for a hand come first. */
const SHOWN = 20

function stateOf({ state, why }: QueuedLine, { say }: Translator): string {
  if (state === 'refused') return say('harvest.state.refused', { why })
  if (state === 'duplicate') return say('harvest.state.duplicate', { text: why })
  return say(state === 'undo' ? 'harvest.state.undo' : 'harvest.state.kept')
}

type RowProps = { readonly line: QueuedLine; readonly harvesting: HarvestSession }

function EditForm({ line, harvesting, close }: RowProps & { readonly close: () => void }) {
  const { translator } = useSession()
  const [text, setText] = useState(line.text)
  const typed = text.replace(/\s+/gu, ' ').trim()
  const message = isLong(typed)
    ? { validationMessage: translator.say('harvest.long', { count: 1, max: LIMIT }) }
    : {}
  const save = () => {
    if (typed === '' || isLong(typed)) return
    harvesting.change(line, typed)
    close()
  }
  return (
    <>
      <Field label={translator.say('harvest.edit.label')} {...message}>
        <Textarea value={text} rows={3} resize="vertical" onChange={(_, data) => setText(data.value)} />
      </Field>
      <div className="acts">
        <Button appearance="primary" onClick={save}>
          {translator.say('harvest.save')}
        </Button>
        <Button onClick={close}>{translator.say('harvest.leave-edit')}</Button>
      </div>
    </>
  )
}

function WaitingLine({ line, harvesting }: RowProps) {
  const { translator } = useSession()
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
      <p className="quiet">{stateOf(line, translator)}</p>
      {state !== 'undo' && (
        <div className="acts">
          {state === 'duplicate' && (
            <Button
              aria-label={actName(translator, 'harvest.anyway', text)}
              onClick={() => harvesting.sendAnyway(line)}
            >
              {translator.say('harvest.anyway')}
            </Button>
          )}
          <Button aria-label={actName(translator, 'harvest.edit', text)} onClick={() => edit(true)}>
            {translator.say('harvest.edit')}
          </Button>
          <Button
            aria-label={actName(translator, 'harvest.remove', text)}
            onClick={() => harvesting.remove(line)}
          >
            {translator.say('harvest.remove')}
          </Button>
        </div>
      )}
    </li>
  )
}

/** What is not accepted yet, with what keeps it. */
export function UnsentList({ harvesting }: { harvesting: HarvestSession }) {
  const { translator } = useSession()
  const { lines } = harvesting
  if (lines.length === 0) return null
  const asking = lines.filter(({ state }) => state === 'refused' || state === 'duplicate')
  const ordered = [...asking, ...lines.filter(line => !asking.includes(line))]
  const others = ordered.length - SHOWN
  return (
    <section className="card panel" aria-labelledby="harvest-waiting">
      <h2 id="harvest-waiting">{translator.say('harvest.waiting')}</h2>
      <ul>
        {ordered.slice(0, SHOWN).map(line => (
          <WaitingLine key={line.key} line={line} harvesting={harvesting} />
        ))}
      </ul>
      {others > 0 && <p className="quiet">{translator.say('harvest.others', { count: others })}</p>}
    </section>
  )
}
