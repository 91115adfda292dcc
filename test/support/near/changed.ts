import { execFileSync } from 'node:child_process'

function git(...args: readonly string[]): readonly string[] {
  return execFileSync('git', args, { encoding: 'utf8' }).split('\0').filter(Boolean)
}

/** The newest commit of before today, or the first one of all. */
function yesterday(): string {
  const read = (...args: readonly string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim()
  return read('rev-list', '-1', '--before=midnight', 'HEAD') || read('rev-list', '--max-parents=0', 'HEAD')
}

/**
 * Paths that differ from `base` (a commit or a branch; without it, the last commit of yesterday): committed since,
 * changed in the working tree, or new and not ignored.
 * @throws {Error} git's own words, where `base` is not known.
 */
export function changedFiles(base = yesterday()): ReadonlySet<string> {
  return new Set([
    ...git('diff', '--name-only', '-z', base),
    ...git('ls-files', '--others', '--exclude-standard', '-z'),
  ])
}
