export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
/**
 * Calls `/api/v1` + path; a file that is to be saved comes as a `File`. With `signal`: the answer as it comes, for as long as
 * that lets it. @throws Failure
 */
export type Call = <T>(method: Method, path: string, body?: unknown, signal?: AbortSignal) => Promise<T>
