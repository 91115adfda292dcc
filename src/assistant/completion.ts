/** What a chat completion holds. `tokens`: of prompt and answer; absent where the endpoint does not say, or lies. */
export type Completion = {
  readonly tokens?: number
  /** `foreign`: no chat completion at all, such as a proxy's page. */
  readonly said: { readonly text: string } | 'cut' | 'odd' | 'foreign'
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
/** More than any model reads in one call. */
const MOST_TOKENS = 1_000_000

function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_TOKENS
    ? value
    : undefined
}

function tokensIn({ usage }: Fields): number | undefined {
  if (!isFields(usage)) return undefined
  const [prompt, completion] = [count(usage.prompt_tokens), count(usage.completion_tokens)]
  if (prompt !== undefined && completion !== undefined) return prompt + completion
  return count(usage.total_tokens)
}

/** The text of the first choice, where it ended by itself and is nothing but a text. */
function saidIn(choice: unknown): Completion['said'] {
  if (!isFields(choice) || !isFields(choice.message)) return 'foreign'
  const { content, tool_calls: calls, refusal } = choice.message
  const end = choice.finish_reason
  if (end === 'length' || end === 'model_length') return 'cut'
  if (end !== 'stop' || typeof content !== 'string') return 'odd'
  if ((Array.isArray(calls) && calls.length > 0) || (typeof refusal === 'string' && refusal !== ''))
    return 'odd'
  return { text: content }
}

/** Reads the body of an answer with status 200. */
export function completionOf(body: string): Completion {
  let read: unknown
  try {
    read = JSON.parse(body)
  } catch {
    return { said: 'foreign' }
  }
  if (!isFields(read) || !Array.isArray(read.choices) || read.choices.length === 0) return { said: 'foreign' }
  const tokens = tokensIn(read)
  return { said: saidIn(read.choices[0]), ...(tokens !== undefined && { tokens }) }
}
