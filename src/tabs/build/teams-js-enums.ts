import type { Plugin } from 'vite'

const MODULE = /@microsoft\/teams-js\/dist\/esm\/.*\.js$/
/** `!function(e){e.a="a"}(x||(x={}))`, the first or a further one of a row, as TypeScript writes an enumeration. */
const ENUM = /([!,])function\((\w)\)\{(\2(?:\.\w+=|\[)[^{}]*)\}\((\w)\|\|\(\4=\{\}\)\)/g
/** `var a,b;` */
const DECLARED = /\bvar (\w(?:,\w)*);/g

/** The same code, each enumeration a value of its own, which may be left out where nobody reads it. */
export function asValues(code: string): string {
  const enums = [...code.matchAll(ENUM)].map(([, , letter, body, name = '']) => [
    name,
    `=/*#__PURE__*/function(${letter}){${body};return ${letter}}({})`,
  ])
  const made = new Map<string, string>(enums as [string, string][])
  const moved = new Set<string>()
  const declare = (name: string) => {
    const value = moved.has(name) ? undefined : made.get(name)
    if (value) moved.add(name)
    return `var ${name}${value ?? ''};`
  }
  return code
    .replace(DECLARED, (_, names: string) => names.split(',').map(declare).join(''))
    .replace(ENUM, (whole, before: string, _letter, _body, name: string) =>
      moved.has(name) ? `${before.replace('!', '')}0` : whole,
    )
}

/** Lets the bundler leave out the enumerations of teams-js that nobody here reads: 4 kB of names on each tab. */
export function teamsJsEnums(): Plugin {
  return {
    name: 'teams-js-enums',
    apply: 'build',
    transform: { filter: { id: MODULE }, handler: code => ({ code: asValues(code), map: null }) },
  }
}
