import type { Problem } from './frames.ts';

/** What a refusal says, or that it says nothing. */
export async function problemOf(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem;
  } catch {
    return { kind: 'unreadable', status: response.status, detail: `the server answered ${response.status} and nothing that can be read; look at its log` };
  }
}
