import { callModel, type ModelAnswer } from '../../assistant/door.ts'
import { listModels } from '../../assistant/models.ts'
import { promptOf } from '../../assistant/prompt.ts'
import type { AssistantSettings } from '../../config/index.ts'
import { monotonic, SECOND, systemClock } from '../../kernel/time/clock.ts'
import { ActionNeeded, type Finding, findingOf, Unchecked } from './finding.ts'

/** How long each of the two calls may take (ms): less than a check, and what a person waits. */
const CALL = 7.5 * SECOND

/** The only text that a check sends, and what it asks of it. */
const PROBE = promptOf({
  task: 'asking',
  caller: 'tab',
  language: 'fr',
  rules: 'Say whether the text i1 is about a meal.',
  items: [{ alias: 'i1', text: 'Ouvrir la cantine le soir.' }],
  shape: {
    name: 'check',
    json: {
      type: 'object',
      properties: { meal: { type: 'string', enum: ['yes', 'no'] } },
      required: ['meal'],
      additionalProperties: false,
    },
    parse: answer => answer,
  },
  mostTokens: 400,
})

function isProbed(text: string): boolean {
  try {
    const { meal, ...more } = JSON.parse(text)
    return ['yes', 'no'].includes(meal) && Object.keys(more).length === 0
  } catch {
    return false
  }
}

const ENDS: Readonly<Record<Exclude<ModelAnswer['end'], 'said' | 'broken'>, string>> = {
  aborted: `no whole answer within ${CALL / SECOND} s: people would be answered without it`,
  busy: 'it is overloaded, or your quota is used up: try again later',
  cut: 'it needs more tokens for a short answer than it was given: is it a model that thinks aloud?',
  denied: 'ASSISTANT_KEY: it refuses the key',
  foreign: 'what answers is no model: is it a page of your proxy, or an address without /v1?',
  odd: 'it does not keep to the JSON schema: the app takes no such answer',
  'too-big': 'it answers without end',
}

/** @throws ActionNeeded */
function textOf(answer: ModelAnswer): string {
  const { status } = answer
  const told = status === undefined || status === 200 ? '' : ` (${status})`
  if (answer.end === 'said' && isProbed(answer.text)) return answer.text
  if (answer.end === 'said') throw new ActionNeeded(ENDS.odd)
  if (answer.end !== 'broken') throw new ActionNeeded(`${ENDS[answer.end]}${told}`)
  throw new ActionNeeded(
    status === undefined
      ? 'it cannot be reached: let this machine out to it, or through your proxy'
      : `ASSISTANT_URL, ASSISTANT_MODEL: is it the base with /v1, and the id that it lists?${told}`,
  )
}

async function listed(settings: AssistantSettings): Promise<string> {
  const begun = monotonic.now()
  const { status, ids } = await listModels(settings, AbortSignal.timeout(CALL)).catch(() => {
    throw new ActionNeeded('it cannot be reached, or answers by a redirect: ASSISTANT_URL, DNS, firewall')
  })
  const ms = Math.round(monotonic.now() - begun)
  if (status === 401 || status === 403) throw new ActionNeeded(`${ENDS.denied} (${status})`)
  if (!ids) throw new Unchecked(`it lists no models (${status}, ${ms} ms)`)
  if (ids.includes(settings.model)) return `one of ${ids.length} that it lists, in ${ms} ms`
  throw new ActionNeeded(`ASSISTANT_MODEL: not among the ${ids.length} that it lists: give an id of them`)
}

/**
 * Tries an endpoint with one fixed sentence: whether it lists the model, keeps to a JSON schema and says what it used.
 * Never the key, nor what it answered.
 */
export async function endpointFindings(settings: AssistantSettings): Promise<readonly Finding[]> {
  const told = ({ name }: Error) => `it failed (${name})`
  const model = await findingOf('model', () => listed(settings), told)
  const begun = monotonic.now()
  const asked = { ...PROBE, ref: 'check' }
  const answer = await callModel(settings, asked, AbortSignal.timeout(CALL), systemClock.now)
  const ms = Math.round(monotonic.now() - begun)
  const said = async () => {
    textOf(answer)
    return `JSON by the schema, in ${ms} ms`
  }
  const used = async () => {
    if (answer.end !== 'said') throw new Unchecked('the answer first')
    if (answer.tokens === undefined)
      throw new Unchecked('it does not say how many it used: they are guessed, too many rather than too few')
    return `it says how many it used: ${answer.tokens}, where ${PROBE.tokens} were the most`
  }
  return [model, await findingOf('answer', said, told), await findingOf('tokens', used, told)]
}
