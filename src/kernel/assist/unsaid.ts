/**
 * Why a language model said nothing that can be used; the same words are in the log and in the metrics. None is an
 * error of whoever asked: a caller goes on as it does without a model.
 *
 * - `off`: not set up for this task, stopped by the operator, or the endpoint refuses the key
 * - `spent`: the tokens of the day, or this person's calls of the day, are used up
 * - `busy`: the endpoint is overloaded (429, 503), was at fault just before, or too many already wait here
 * - `broken`: it answered with an error, or cannot be reached
 * - `slow`: no whole answer within the caller's deadline
 * - `cut`: the answer reached `mostTokens` before its end
 * - `too-big`: the answer is larger than any that was asked for
 * - `odd`: anything else that is not the JSON asked for: prose, HTML, a tool call, a refusal, a filter
 * - `stopped`: the caller's signal
 */
export const UNSAID = ['off', 'spent', 'busy', 'broken', 'slow', 'cut', 'too-big', 'odd', 'stopped'] as const
export type Unsaid = (typeof UNSAID)[number]
