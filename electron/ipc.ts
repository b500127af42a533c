import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { z } from 'zod'
import { ruleOf } from '../core/channelRights.ts'
import { REQUEST_NAMES } from '../core/requestNames.ts'
import type { Answer, Args, EventName, Events, Reply, RequestName } from '../core/contract.ts'
import { DeskError, errorCode } from '../core/errors.ts'
import { checkRight, type Asking } from './allowed.ts'
import { logged, type Log } from './log.ts'

/** One request of the contract: how its arguments are checked, and who answers. */
export interface Handler<N extends RequestName> {
  readonly args: z.ZodType<Args<N>>
  readonly answer: (args: Args<N>) => Answer<N> | Promise<Answer<N>>
}

export type Handlers = { readonly [N in RequestName]: Handler<N> }

export interface IpcParts {
  readonly handlers: Handlers
  /** the contents of our window, now: it changes when the page is rebuilt */
  readonly contents: () => WebContents | null
  readonly trustedOrigin: string
  /** who is signed in, now, and the token of that sign-in; null: nobody */
  readonly asking: () => (Asking & { readonly token: string }) | null
  readonly log: Log
}

/** The only owner of `ipcMain`: every request goes through the same checks: sender, arguments, rights. */
export function listenToPage(parts: IpcParts): void {
  for (const name of REQUEST_NAMES)
    ipcMain.handle(name, (event, args: unknown, token: unknown) =>
      reply(parts, name, event, args, token),
    )
}

async function reply<N extends RequestName>(
  parts: IpcParts,
  name: N,
  event: IpcMainInvokeEvent,
  args: unknown,
  token: unknown,
): Promise<Reply<Answer<N>>> {
  try {
    checkSender(event, parts)
    const handler: Handler<N> = parts.handlers[name]
    const checked = handler.args.safeParse(args)
    if (!checked.success)
      throw new DeskError('ipc-arguments', `Arguments of ${name} are not of the contract.`)
    const asking = parts.asking()
    // Made under another sign-in: whoever is here now did not ask for it (hardening.md E26).
    const current = ruleOf(name, checked.data) === 'anyone' || asking?.token === token
    checkRight(current ? asking : null, name, checked.data)
    return { ok: true, value: await handler.answer(checked.data) }
  } catch (thrown) {
    parts.log('request-failed', { ...logged(thrown), reason: name })
    // Our own messages are written for people; anything else could hold SQL, a path or a name.
    const message = thrown instanceof DeskError ? thrown.message : 'Something went wrong.'
    return { ok: false, code: errorCode(thrown), message }
  }
}

/** hardening.md E22: the main frame of our window, at our origin, and nobody else. */
function checkSender(event: IpcMainInvokeEvent, parts: IpcParts): void {
  const ours = parts.contents()
  const frame = event.senderFrame
  const fromOurPage =
    ours !== null &&
    frame !== null &&
    event.sender === ours &&
    frame === ours.mainFrame &&
    frame.url.startsWith(`${parts.trustedOrigin}/`)
  if (!fromOurPage) throw new DeskError('ipc-sender', 'The request did not come from our page.')
}

/** Tells the page something, if there is one. */
export function tellPage<N extends EventName>(
  contents: WebContents | null,
  name: N,
  event: Events[N],
): void {
  if (contents !== null && !contents.isDestroyed()) contents.send(name, event)
}
