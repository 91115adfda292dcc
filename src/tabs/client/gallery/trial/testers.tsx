import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { TrialView } from '../../../contract/initiatives/trials.ts'
import { useSession } from '../../parts/page/context.tsx'
import { Initials } from '../initiative/carrier.tsx'

/** How many try it, to the unit, and their names on demand. */
export function Testers({ trial: { testers, names, state } }: { trial: TrialView }) {
  const { say } = useSession().translator
  const [open, setOpen] = useState(false)
  const word = state === 'decided' ? 'trial.tab.tried' : 'trial.tab.testers'
  return (
    <div className="trial-testers">
      <p>{say(word, { count: testers })}</p>
      {names.length > 0 && (
        <Button appearance="transparent" className="more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'tab.less' : 'trial.tab.names')}
        </Button>
      )}
      {open && (
        <ul className="names">
          {names.map((name, at) => (
            // Two people may have one name.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={`${at}-${name}`}>
              <Initials name={name} />
              <span>{name}</span>
            </li>
          ))}
          {testers > names.length && (
            <li className="quiet">{say('trial.tab.names.first', { count: names.length })}</li>
          )}
        </ul>
      )}
    </div>
  )
}
