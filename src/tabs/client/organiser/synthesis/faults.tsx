import { useSession } from '../../parts/page/context.tsx'

/** What a sentence lacks, by the code that says it. */
const FAULTS = {
  'sentence-idea': 'synthesis.page.fault.idea',
  'sentence-ideas': 'synthesis.page.fault.ideas',
  'sentence-language': 'synthesis.page.fault.language',
  'sentence-long': 'synthesis.page.fault.long',
  'sentence-markup': 'synthesis.page.fault.markup',
  'sentence-number': 'synthesis.page.fault.number',
  'sentence-quantity': 'synthesis.page.fault.quantity',
  'sentence-quote': 'synthesis.page.fault.quote',
  'sentence-theme': 'synthesis.page.fault.theme',
} as const

const CHANGED = 'synthesis.page.fault.changed'

function wordOf(code: string): (typeof FAULTS)[keyof typeof FAULTS] | typeof CHANGED {
  return Object.hasOwn(FAULTS, code) ? FAULTS[code as keyof typeof FAULTS] : CHANGED
}

/** Why a sentence cannot be published as it is; nothing where it can. */
export function Faults({ codes }: { codes: readonly string[] }) {
  const { say } = useSession().translator
  if (codes.length === 0) return null
  const words = [...new Set(codes.map(wordOf))]
  return (
    <div className="synthesis-faults">
      <p>{say('synthesis.page.fault')}</p>
      <ul>
        {words.map(word => (
          <li key={word}>{say(word)}</li>
        ))}
      </ul>
    </div>
  )
}
