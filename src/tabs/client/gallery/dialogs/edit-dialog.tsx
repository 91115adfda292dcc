import { Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { InitiativePhase, InitiativeSheet } from '../../../contract/initiatives/initiatives.ts'
import type { SheetEdit } from '../../data/actions/gallery.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { TextField } from '../../parts/forms/text-field.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { lengthOf } from '../../parts/words/length.ts'
import { PHASE_WORDS } from '../../parts/words/phase-name.ts'
import { useGalleryTab } from '../initiative/context.tsx'
import { isBlank, isHttps } from '../initiative/link.ts'
import { PHASES } from '../initiative/phase.tsx'
import { LIMITS } from './limits.ts'
import { LineField } from './line-field.tsx'
import { type LinkDraft, LinksField } from './links-field.tsx'

const PROSE = [
  { part: 'problem', word: 'initiative.problem', rows: 3 },
  { part: 'story', word: 'initiative.story', rows: 6 },
  { part: 'inspiring', word: 'initiative.inspiring', rows: 3 },
  { part: 'outcome', word: 'initiative.outcome', rows: 3 },
] as const

type Written = Omit<SheetEdit, 'resources'> & { readonly links: readonly LinkDraft[] }

function draftOf({ title, problem, story, inspiring, outcome, phase, resources }: InitiativeSheet): Written {
  const links = resources.map((link, key) => ({ ...link, key }))
  return { title, problem, story, inspiring, outcome, phase, links }
}

function isComplete({ title, links, ...prose }: Written): boolean {
  const fits = (text: string, limit: number) => lengthOf(text) <= limit
  return (
    lengthOf(title) > 0 &&
    fits(title, LIMITS.title) &&
    PROSE.every(({ part }) => fits(prose[part], LIMITS[part])) &&
    links.every(link => isBlank(link) || (isHttps(link.url) && fits(link.url, LIMITS.url))) &&
    links.every(link => isBlank(link) || (lengthOf(link.title) > 0 && fits(link.title, LIMITS.linkTitle)))
  )
}

type PhaseProps = {
  readonly phase: InitiativePhase
  readonly tested: boolean
  readonly choose: (phase: InitiativePhase) => void
}

function PhaseField({ phase, tested, choose }: PhaseProps) {
  const { say } = useSession().translator
  if (tested) return <p>{say('trial.tab.phase', { phase: say(PHASE_WORDS[phase]) })}</p>
  return (
    <Field label={say('initiative.phase')}>
      <Select
        value={phase}
        onChange={(_, { value }) => choose(PHASES.find(({ id }) => id === value)?.id ?? phase)}
      >
        {PHASES.map(({ id, word }) => (
          <option key={id} value={id}>
            {say(word)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

type Props = {
  readonly sheet: InitiativeSheet
  /** A trial runs: the phase follows it, and is not chosen. */
  readonly tested: boolean
  readonly finish: (id?: string) => void
}

/** « Modifier la fiche »: what its owner writes. It stays as typed while it cannot be saved. */
export function EditDialog({ sheet, tested, finish }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const { acts } = useGalleryTab()
  const act = useAct()
  const [tried, setTried] = useState(false)
  const held = useDraft(`edit:${sheet.id}`, draftOf(sheet))
  const { value: draft, change } = held
  const send = async () => {
    setTried(true)
    if (!isComplete(draft)) return focusFirstInvalid()
    const { links, ...texts } = draft
    const kept = links.filter(link => !isBlank(link))
    const resources = kept.map(({ title, url }) => ({ title: title.trim(), url: url.trim() }))
    if (!(await act.run(() => acts.edit(sheet, { ...texts, resources }), say('gallery.edited')))) return
    held.reset()
    finish()
  }
  return (
    <Frame
      title={say('initiative.edit')}
      close={() => finish()}
      closeWord={say('save.not')}
      draft={held}
      submit={{ word: say('save'), act, send: () => void send() }}
    >
      <LineField
        label={say('initiative.title')}
        value={draft.title}
        onChange={title => change({ title })}
        limit={LIMITS.title}
        wrong={tried && lengthOf(draft.title) === 0 ? say('refusal.empty-text') : undefined}
      />
      <PhaseField phase={draft.phase} tested={tested} choose={phase => change({ phase })} />
      {PROSE.map(({ part, word, rows }) => (
        <TextField
          key={part}
          label={say(word)}
          value={draft[part]}
          onChange={text => change({ [part]: text })}
          limit={LIMITS[part]}
          rows={rows}
          optional
          tried={tried}
        />
      ))}
      <LinksField links={draft.links} onChange={links => change({ links })} tried={tried} />
    </Frame>
  )
}
