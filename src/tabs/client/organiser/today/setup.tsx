import { Button } from '@fluentui/react-components'
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { SECTIONS } from '../tab/sections.ts'
import type { SetupStep, SetupStepName } from './setup-steps.ts'

const TITLES = {
  programme: 'setup.programme',
  people: 'setup.people',
  channels: 'setup.channels',
  workshop: 'setup.workshop',
  privacy: 'setup.privacy',
  contacts: 'setup.contacts',
} as const satisfies Record<SetupStepName, string>
const TO_DO = {
  programme: 'setup.programme.todo',
  people: 'setup.people.todo',
  channels: 'setup.channels.todo',
  workshop: 'setup.workshop.todo',
  privacy: 'setup.privacy.todo',
  contacts: 'setup.contacts.todo',
} as const satisfies Record<SetupStepName, string>
const ACTS = {
  programme: 'setup.programme.act',
  people: 'setup.people.act',
  channels: 'setup.channels.act',
  workshop: 'setup.workshop.act',
  privacy: 'setup.privacy.act',
  contacts: 'setup.contacts.act',
} as const satisfies Record<SetupStepName, string>

function isOffered({ section }: SetupStep): boolean {
  return SECTIONS.some(({ name }) => name === section)
}

type RowProps = {
  readonly step: SetupStep
  readonly at: number
  readonly next: boolean
  readonly calm: boolean
}

/** The next step with its button; of those that come after it, the act alone. */
function StepRow({ step, at, next, calm }: RowProps) {
  const { say } = useSession().translator
  const { name, state, href } = step
  const done = state === 'done'
  const title = say(TITLES[name])
  const label = say('tab.act', { act: say(ACTS[name]), text: title })
  const later = !done && !next && isOffered(step)
  return (
    <li className={done ? 'hand step step-done' : 'hand step'}>
      <span className="hand-icon step-mark" aria-hidden="true">
        {done ? <CheckmarkCircle20Filled /> : at}
      </span>
      <div className="hand-words">
        {later ? (
          <a className="words hand-link" href={href} aria-label={label}>
            {say(ACTS[name])}
          </a>
        ) : (
          <p className="words">
            <span aria-hidden="true">{title}</span>
            <span className="unseen">
              {say('tab.act', { act: title, text: say(done ? 'setup.done' : 'setup.todo') })}
            </span>
          </p>
        )}
        {state === 'unknown' && <p className="quiet">{say('unread.part')}</p>}
        {next && <p className="quiet">{say(TO_DO[name])}</p>}
      </div>
      {next && (
        <Button as="a" href={href} appearance={calm ? 'secondary' : 'primary'} aria-label={label}>
          {say(ACTS[name])}
        </Button>
      )}
    </li>
  )
}

/** The first steps of a programme: what is done, and what is to do next. `calm`: something else comes first. */
export function Setup({ steps, calm }: { steps: readonly SetupStep[]; calm: boolean }) {
  const { say } = useSession().translator
  const next = steps.find(step => step.state === 'open' && isOffered(step))
  const done = steps.filter(({ state }) => state === 'done').length
  return (
    <Panel
      title={say('setup.title')}
      action={<span className="quiet">{say('setup.count', { done, all: steps.length })}</span>}
    >
      <ol className="hands">
        {steps.map((step, at) => (
          <StepRow key={step.name} step={step} at={at + 1} next={step === next} calm={calm} />
        ))}
      </ol>
    </Panel>
  )
}
