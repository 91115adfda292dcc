import { AGENT } from './agent.ts'
import { MANAGER } from './manager.ts'
import type { Path } from './path.ts'
import { PILOT } from './pilot.ts'

export const PATHS: readonly Path[] = [...AGENT, ...PILOT, ...MANAGER]
