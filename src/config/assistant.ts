import { z } from 'zod'
import { ASSIST_TASKS, type AssistTask } from '../kernel/assist/task.ts'
import type { SettingRule } from './fault.ts'

/** A language model at the operator's own endpoint. `key` is a secret. */
export type AssistantSettings = {
  /** Base of an OpenAI-compatible endpoint, `/v1` included, without a trailing slash. */
  readonly url: string
  readonly model: string
  /** What it may help with; never empty. */
  readonly tasks: readonly AssistTask[]
  readonly key?: string
  /** What people are told it is. */
  readonly name: string
  /** For the whole server, all instances together. */
  readonly tokensADay: number
}

const HERE = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/

/** Whether `text` is the base of an endpoint: https, or http on this machine; with a path, and without anything after it. */
function isBase(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || /[?#]/.test(text)) return false
  if (url.username !== '' || url.password !== '') return false
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && HERE.test(url.hostname))) return false
  return url.pathname !== '/' && !/\/completions\/?$/.test(url.pathname)
}

const isTask = (word: string): word is AssistTask => ASSIST_TASKS.some(task => task === word)
const TASKS = `give one or more of ${ASSIST_TASKS.join(', ')}, with commas between them`

/** One line of text that a person can read. */
const line = (most: number, advice: string) =>
  z
    .string()
    .max(most, advice)
    .refine(text => !/\p{Cc}/u.test(text), advice)

/** Formats of the variables; none has a default address, model or task. */
export const assistantVariables = {
  ASSISTANT_URL: z
    .string()
    .max(2_048, 'give an address of 2048 characters at most')
    .refine(isBase, 'give the endpoint’s https base address with its /v1, or an http one on this machine')
    .transform(text => text.replace(/\/$/, ''))
    .optional(),
  ASSISTANT_MODEL: line(
    200,
    'give the model’s id as the endpoint lists it, 200 characters at most',
  ).optional(),
  ASSISTANT_TASKS: z
    .string()
    .max(200, TASKS)
    .transform(text => [...new Set(text.split(',').map(word => word.trim()))])
    .refine((words): words is AssistTask[] => words.every(isTask), TASKS)
    .optional(),
  ASSISTANT_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{1,1000}$/, 'give the endpoint’s key, 1000 characters at most without a space')
    .optional(),
  ASSISTANT_NAME: line(80, 'give what people are told the model is, 80 characters at most').optional(),
  ASSISTANT_TOKENS_A_DAY: z
    .string()
    .regex(/^\d{4,10}$/, 'give how many tokens the whole server may use in a day, 1000 or more')
    .transform(Number)
    .refine(tokens => tokens >= 1_000, 'give how many tokens the whole server may use in a day, 1000 or more')
    .default(500_000),
}

type Values = z.infer<z.ZodObject<typeof assistantVariables>>

/** The settings, once all three that switch it on are set. */
export function assistantOf(values: Values): AssistantSettings | undefined {
  const { ASSISTANT_URL: url, ASSISTANT_MODEL: model, ASSISTANT_TASKS: tasks, ASSISTANT_KEY: key } = values
  if (url === undefined || model === undefined || tasks === undefined) return undefined
  const { ASSISTANT_NAME: name = model, ASSISTANT_TOKENS_A_DAY: tokensADay } = values
  return { url, model, tasks, ...(key !== undefined && { key }), name, tokensADay }
}

const SWITCHES = ['ASSISTANT_URL', 'ASSISTANT_MODEL', 'ASSISTANT_TASKS']
const ALL = Object.keys(assistantVariables)

const ADVICE: Readonly<Record<string, string>> = {
  ASSISTANT_URL: 'set the endpoint’s base address, or remove the other ASSISTANT_ settings: it is off',
  ASSISTANT_MODEL: 'set the model’s id at the endpoint, or remove the other ASSISTANT_ settings: it is off',
  ASSISTANT_TASKS: `set what it may help with (${ASSIST_TASKS.join(', ')}), or remove the other ASSISTANT_ settings`,
}

/** A half-set assistant would be off without a word. */
export const ASSISTANT_RULES: readonly SettingRule[] = SWITCHES.map(variable => ({
  variable,
  advice: ADVICE[variable] ?? '',
  broken: env => env[variable] === undefined && ALL.some(name => env[name] !== undefined),
}))
