import type { AssistantSettings } from '../config/index.ts'
import { type Assist, noAssist } from '../kernel/assist/assist.ts'
import type { Assistant, AssistantParts } from './index.ts'

const off = (assist: Assist): Assistant => ({ assist, degraded: async () => [], stop: () => {} })

/** Loads what calls a language model only where one is set up. `given` stands in for it. */
export async function loadAssistant(
  settings: AssistantSettings | undefined,
  parts: AssistantParts,
  given?: Assist,
): Promise<Assistant> {
  if (given || !settings) {
    parts.meter.gauge('faire_assist_tokens_today', () => [])
    return off(given ?? noAssist)
  }
  const { createAssistant } = await import('./index.ts')
  return createAssistant(settings, parts)
}
