import './observer-checks.css'
import '../../parts/panels/details.css'
import { useSession } from '../../parts/page/context.tsx'
import { sectionAddress } from '../parts/address.ts'

const SEEN = [
  { section: 'journal', label: 'section.journal', key: 'checks.journal' },
  { section: 'figures', label: 'section.figures', key: 'checks.figures' },
  { section: 'programme', label: 'section.programme', key: 'checks.kept' },
] as const
const ASKED = ['checks.attack', 'checks.inventory', 'checks.code'] as const

/** What somebody who observes can verify, under the title of the first page they see; see docs/representants.md. */
export default function ObserverChecks({ open }: { open: boolean }) {
  const { say } = useSession().translator
  return (
    <details className="card panel unfold checks" open={open}>
      <summary>{say('checks.title')}</summary>
      <p className="quiet">{say('checks.about')}</p>
      <ol>
        <li>
          {say('checks.here')}
          <ul>
            {SEEN.map(({ section, label, key }) => (
              <li key={section}>
                <a href={sectionAddress(section)}>{say(label)}</a> · {say(key)}
              </li>
            ))}
          </ul>
        </li>
        {ASKED.map(key => (
          <li key={key}>{say(key)}</li>
        ))}
      </ol>
    </details>
  )
}
