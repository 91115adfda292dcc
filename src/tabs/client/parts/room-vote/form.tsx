import { Button, Field, Input, Radio, RadioGroup, Select, Switch, Textarea } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { RoomVoteInput, RoomVotePage } from '../../../contract/ballots/room-votes.ts'
import { ActFailure, type ActState } from '../actions/action.tsx'
import { ActButton } from '../actions/action-button.tsx'
import { useSession } from '../page/context.tsx'

type Asked = Omit<RoomVoteInput, 'nonce'>

/** How long a vote of a room may be set to last, in minutes. */
const LENGTHS = [5, 10, 15, 30, 60] as const
const USUAL = '15'
/** Leading ideas shown before the vote opens, as many as it takes. */
const LEADING = 6

/** What it begins with: the wall's ideas by points, or own lines for one choice. */
function useAsked({ leading }: RoomVotePage) {
  const onWall = leading.length >= 2
  const [source, setSource] = useState<'leading' | 'own'>(onWall ? 'leading' : 'own')
  const [lines, setLines] = useState('')
  const [kind, setKind] = useState<Asked['kind']>(onWall ? 'dots' : 'single')
  const [minutes, setMinutes] = useState(USUAL)
  const [question, setQuestion] = useState('')
  const [secret, setSecret] = useState(false)
  const [live, setLive] = useState(false)
  const asked: Asked = {
    question,
    options: source === 'leading' ? 'leading' : lines.split('\n'),
    kind,
    secret,
    results: live ? 'live' : 'closing',
    ...(minutes !== '' && { minutes: Number(minutes) }),
  }
  return {
    ...{
      onWall,
      source,
      setSource,
      lines,
      setLines,
      kind,
      setKind,
      minutes,
      setMinutes,
      question,
      setQuestion,
    },
    ...{ secret, setSecret, live, setLive, asked },
  }
}

/** The ideas that it would ask about, so that nobody chooses blind. */
function Leading({ leading }: Pick<RoomVotePage, 'leading'>) {
  const { say } = useSession().translator
  return (
    <ul className="room-vote-ideas" aria-label={say('ballot.room.leading')}>
      {leading.slice(0, LEADING).map(({ title, supports }) => (
        <li key={title}>
          <span>{title}</span>
          <span className="quiet">{say('ballot.idea.supports', { count: supports })}</span>
        </li>
      ))}
    </ul>
  )
}

/** Why a vote of this room is not secret; '' where it can be. */
function useSecretReason({ secret, secretFrom, present }: RoomVotePage): string {
  const { say } = useSession().translator
  if (secret === 'few') return say('ballot.room.secret.few', { min: secretFrom, count: present })
  return secret === 'missing' ? say('refusal.ballot-secret-missing') : ''
}

type Props = {
  readonly page: RoomVotePage
  readonly act: ActState
  readonly open: (asked: Asked) => void
  readonly leave: () => void
}

/** What the room is asked, filled in beforehand: one press opens it. */
export function RoomVoteForm({ page, act, open, leave }: Props) {
  const { say } = useSession().translator
  const form = useAsked(page)
  const reason = useSecretReason(page)
  const first = useRef<HTMLFormElement>(null)
  useEffect(() => first.current?.querySelector<HTMLElement>('[type="submit"]')?.focus(), [])
  return (
    <form
      ref={first}
      className="room-vote-form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        open(form.asked)
      }}
    >
      <Field label={say('ballot.room.options')}>
        <RadioGroup
          value={form.source}
          onChange={(_, { value }) => form.setSource(value === 'own' ? 'own' : 'leading')}
        >
          <Radio value="leading" label={say('ballot.room.leading')} disabled={!form.onWall} />
          <Radio value="own" label={say('ballot.room.own')} />
        </RadioGroup>
      </Field>
      {form.source === 'leading' ? (
        <Leading leading={page.leading} />
      ) : (
        <Field label={say('ballot.room.lines')} hint={say('ballot.field.options.hint')} required>
          <Textarea
            value={form.lines}
            rows={4}
            resize="vertical"
            onChange={(_, { value }) => form.setLines(value)}
          />
        </Field>
      )}
      <div className="room-vote-row">
        <Field label={say('ballot.field.kind')}>
          <Select value={form.kind} onChange={(_, { value }) => form.setKind(value as Asked['kind'])}>
            <option value="dots">{say('ballot.kind.dots')}</option>
            <option value="single">{say('ballot.kind.single')}</option>
            <option value="approval">{say('ballot.kind.approval')}</option>
          </Select>
        </Field>
        <Field label={say('ballot.room.length')}>
          <Select value={form.minutes} onChange={(_, { value }) => form.setMinutes(value)}>
            {LENGTHS.map(count => (
              <option key={count} value={count}>
                {say('ballot.room.minutes', { count })}
              </option>
            ))}
            <option value="">{say('ballot.room.untilClosed')}</option>
          </Select>
        </Field>
      </div>
      <details className="unfold">
        <summary>{say('ballot.room.more')}</summary>
        <div className="room-vote-form">
          <Field label={say('ballot.field.question')} hint={say('ballot.room.question.hint')}>
            <Input
              value={form.question}
              placeholder={say('ballot.room.question')}
              onChange={(_, { value }) => form.setQuestion(value)}
            />
          </Field>
          <Field hint={reason === '' ? say('ballot.field.secret.hint') : reason}>
            <Switch
              label={say('ballot.field.secret')}
              checked={form.secret}
              disabled={reason !== ''}
              onChange={(_, { checked }) => form.setSecret(checked)}
            />
          </Field>
          {!form.secret && (
            <Switch
              label={say('ballot.results.live')}
              checked={form.live}
              onChange={(_, { checked }) => form.setLive(checked)}
            />
          )}
        </div>
      </details>
      <div className="acts">
        <ActButton act={act} type="submit" appearance="primary">
          {say('ballot.room.open')}
        </ActButton>
        <Button onClick={leave}>{say('cancel')}</Button>
      </div>
      <ActFailure act={act} />
    </form>
  )
}
