import { asking } from './asking.ts'
import { batch } from './batch.ts'
import type { Benchmark } from './benchmark.ts'
import { broadcast, broadcastFaults } from './broadcast.ts'
import { burst } from './burst.ts'
import { card } from './card.ts'
import { copy } from './copy.ts'
import { descent } from './descent.ts'
import { exports } from './export.ts'
import { install } from './install.ts'
import { list } from './list.ts'
import { listHttp } from './list-http.ts'
import { lookIns } from './look-ins.ts'
import { memory } from './memory.ts'
import { memoryWorked } from './memory-worked.ts'
import { people, peopleAgain } from './people.ts'
import { ranking } from './ranking.ts'
import { register, registerPostgres } from './register.ts'
import { review } from './review.ts'
import { room } from './room.ts'
import { search } from './search.ts'
import { soak } from './soak.ts'
import { start } from './start.ts'
import { tab } from './tab.ts'
import { themes } from './themes.ts'
import { token } from './token.ts'
import { vote } from './vote.ts'
import { voteMeasured } from './vote-measured.ts'
import { voteParts } from './vote-parts.ts'
import { votePostgres } from './vote-postgres.ts'

/** Every benchmark, in the order of the table of `all`. */
export const BENCHMARKS: readonly Benchmark[] = [
  start,
  memory,
  memoryWorked,
  ...tab,
  batch,
  vote,
  votePostgres,
  voteMeasured,
  voteParts,
  card,
  token,
  register,
  registerPostgres,
  lookIns,
  room,
  burst,
  broadcast,
  broadcastFaults,
  ...themes,
  people,
  peopleAgain,
  ...list,
  ...listHttp,
  ...descent,
  ...ranking,
  ...review,
  ...search,
  ...asking,
  ...exports,
  copy,
  ...soak,
  install,
]
