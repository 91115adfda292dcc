import type { IdeaView } from '../../../contract/ideas/ideas.ts'

/** Does something to an idea. @throws Failure */
export type SendIdeaAction = (method: 'POST' | 'PUT', path: string, body?: object) => Promise<IdeaView>
