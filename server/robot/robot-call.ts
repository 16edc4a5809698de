import { SECOND } from '../../src/domain/instant'

const PATIENCE = 10 * SECOND

/**
 * One message to a WeCom group robot (企业微信群机器人): a POST of `{ msgtype, text }` to its webhook,
 * answered with `errcode` 0. Says what went wrong without the address, which is its key.
 */
export const sendToRobot = async (
  address: string,
  content: string,
  stopped: AbortSignal,
): Promise<string | null> => {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ msgtype: 'text', text: { content } }),
      signal: AbortSignal.any([stopped, AbortSignal.timeout(PATIENCE)]),
      redirect: 'error',
    })
    if (!response.ok) return `status ${response.status}`
    const answer: unknown = await response.json()
    const code = typeof answer === 'object' && answer !== null && 'errcode' in answer
    if (!code) return 'no errcode'
    return answer.errcode === 0 ? null : `errcode ${String(answer.errcode)}`
  } catch (error) {
    return error instanceof Error ? error.name : 'unreachable'
  }
}
