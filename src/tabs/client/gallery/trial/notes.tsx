import type { TrialView } from '../../../contract/initiatives/trials.ts'
import { useSession } from '../../parts/page/context.tsx'
import { momentText } from '../../parts/words/days.ts'

/** What who tries it wrote and signed, the latest first. */
export function TrialNotes({ notes }: Pick<TrialView, 'notes'>) {
  const { translator, programme } = useSession()
  if (notes.length === 0) return null
  return (
    <div className="trial-notes">
      <h3>{translator.say('trial.tab.notes')}</h3>
      <ul>
        {notes.map(({ id, name, text, at }) => (
          <li key={id}>
            <p className="quiet">{[name, momentText(at, programme.today, translator)].join('\u00A0· ')}</p>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
